import type { Capabilities } from '../capabilities/model';
import type { Faker } from './faker';

/** A key that consists of emoji, which are the same for everyone. */
const EMOJI =
	/^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|[\u{E0020}-\u{E007F}]|[#*0-9]\uFE0F?\u20E3)+$/u;
/** Keys in letters that all users of a network have: iMessage's laugh. */
const PUBLIC: ReadonlySet<string> = new Set(['HAHA']);
/** Names of fields; other keys of an object may be IDs of people. */
const NAME = /^[A-Za-z][\w.-]*$/;

/** Replaces the custom reactions of a network or a company by fakes, and finds the originals again. */
export interface ReactionAnonymizer {
	/** Emoji are kept; shortcodes and URLs of pictures become fake shortcodes, each a different one. */
	reaction(key: string): string;
	/** The original of a fake key; any other key is returned unchanged. */
	realReaction(shown: string): string;
	/** Returns the same object for the same capabilities: code compares capabilities by identity. */
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

	/** Fakes are unique: otherwise one reaction could be sent for another. */
	function toFreeShortcode(key: string): string {
		const name = faker.title(`reaction ${key}`).toLowerCase().replaceAll(' ', '-');
		let shown = `:${name}:`;
		for (let count = 2; keyByShown.has(shown); count++) shown = `:${name}-${count}:`;
		return shown;
	}

	/** Words in unknown fields may be names. */
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

	function anonymize(capabilities: Capabilities): Capabilities {
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
			const shown = known.get(capabilities) ?? anonymize(capabilities);
			known.set(capabilities, shown);
			return shown;
		}
	};
}

/**
 * True when a reaction cannot identify anyone: emoji, and words available to all users of a network.
 */
export function isPublicReaction(key: string): boolean {
	return key.trim() === '' || EMOJI.test(key) || PUBLIC.has(key);
}
