import type { Capabilities } from '$lib/domain/capabilities/capabilities';

/** Makes equal capabilities one frozen object, as everybody who compares chats counts on. */
export function createSharing(): (capabilities: Capabilities) => Capabilities {
	const known = new Map<string, Capabilities>();

	return function share(capabilities) {
		const meaning = JSON.stringify(capabilities);
		const first = known.get(meaning) ?? freeze(capabilities);
		known.set(meaning, first);
		return first;
	};
}

function freeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
	return Object.freeze(value);
}
