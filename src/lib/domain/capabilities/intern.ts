import type { Capabilities } from './model';

export type Interner = (capabilities: Capabilities) => Capabilities;

/** Makes equal capabilities one frozen object, as everybody who compares chats counts on. */
export function createInterner(): Interner {
	const known = new Map<string, Capabilities>();

	return function share(capabilities) {
		const meaning = canonical(capabilities);
		const first = known.get(meaning) ?? freeze(capabilities);
		known.set(meaning, first);
		return first;
	};
}

/** The same text whichever order the fields came in. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

function freeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
	return Object.freeze(value);
}
