import type { Capabilities } from '../capabilities/model';
import type { Faker } from './faker';

/** A key that is nothing but emoji, which everybody has. */
const EMOJI =
	/^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|[\u{E0020}-\u{E007F}]|[#*0-9]\uFE0F?\u20E3)+$/u;
/** Words of a network as a whole: iMessage laughs in letters. */
const PUBLIC: ReadonlySet<string> = new Set(['HAHA']);
/** Names of fields, unlike the IDs by which an object may hold something of people. */
const NAME = /^[A-Za-z][\w.-]*$/;

/** Hides the reactions that a network or a company made, and finds them again to send them. */
export interface ReactionAnonymizer {
	/** Emoji as they are; shortcodes and addresses of pictures as made-up shortcodes, each of its own. */
	reaction(key: string): string;
	/** The key behind a made-up one; any other as it is. */
	realReaction(shown: string): string;
	/** The same object for the same capabilities, as everybody who compares chats counts on. */
	capabilities(capabilities: Capabilities): Capabilities;
}

export function createReactionAnonymizer(faker: Faker): ReactionAnonymizer {
	const shownByKey = new Map<string, string>();
	const keyByShown = new Map<string, string>();
	const known = new WeakMap<Capabilities, Capabilities>();

	function reaction(key: string): string {
		if (isPublicReaction(key) || keyByShown.has(key)) return key;
		const shown = shownByKey.get(key) ?? toFreeShortcode(key);
		shownByKey.set(key, shown);
		keyByShown.set(shown, key);
		return shown;
	}

	/** Two reactions must not look alike: one of them would be sent for the other. */
	function toFreeShortcode(key: string): string {
		const name = faker.title(`reaction ${key}`).toLowerCase().replaceAll(' ', '-');
		let shown = `:${name}:`;
		for (let count = 2; keyByShown.has(shown); count++) shown = `:${name}-${count}:`;
		return shown;
	}

	/** Words in fields that nobody knows yet may be anybody's. */
	function value(real: unknown): unknown {
		if (typeof real === 'string') return reaction(real);
		if (Array.isArray(real)) return real.map(value);
		if (typeof real !== 'object' || real === null) return real;
		return Object.fromEntries(
			Object.entries(real).map(([key, inner]: [string, unknown]) => [
				NAME.test(key) ? key : faker.id(key),
				value(inner)
			])
		);
	}

	function disguise(capabilities: Capabilities): Capabilities {
		const { allowedReactions, other } = capabilities;
		const isPlain = allowedReactions?.every((key) => reaction(key) === key) ?? true;
		if (isPlain && !other) return capabilities;
		return {
			...capabilities,
			...(allowedReactions && { allowedReactions: allowedReactions.map(reaction) }),
			...(other && {
				other: Object.fromEntries(Object.entries(other).map(([path, real]) => [path, value(real)]))
			})
		};
	}

	return {
		reaction,
		realReaction: (shown) => keyByShown.get(shown) ?? shown,
		capabilities(capabilities) {
			const shown = known.get(capabilities) ?? disguise(capabilities);
			known.set(capabilities, shown);
			return shown;
		}
	};
}

/** Whether a reaction tells nothing of whoever gives it: emoji, and words that all of a network have. */
export function isPublicReaction(key: string): boolean {
	return key.trim() === '' || EMOJI.test(key) || PUBLIC.has(key);
}
