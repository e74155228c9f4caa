import type { Capabilities } from './model';
import { toSortedJson } from './url-value';

/** Returns one frozen object for all equal capabilities. */
export type Interner = (capabilities: Capabilities) => Capabilities;

/**
 * Creates an interner: of equal capabilities it returns the object that it saw first, frozen. Code
 * that compares chats relies on it and compares capabilities by identity.
 */
export function createInterner(): Interner {
	const known = new Map<string, Capabilities>();

	return function intern(capabilities) {
		const json = toSortedJson(capabilities);
		const first = known.get(json) ?? freeze(capabilities);
		known.set(json, first);
		return first;
	};
}

function freeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
	return Object.freeze(value);
}
