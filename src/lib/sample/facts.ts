import * as v from 'valibot';
import { capabilitiesSchema } from './capabilities';
import bluesky from './facts/bluesky.json' with { type: 'json' };
import discord from './facts/discord.json' with { type: 'json' };
import gmessages from './facts/gmessages.json' with { type: 'json' };
import googlechat from './facts/googlechat.json' with { type: 'json' };
import googlevoice from './facts/googlevoice.json' with { type: 'json' };
import imessage from './facts/imessage.json' with { type: 'json' };
import instagram from './facts/instagram.json' with { type: 'json' };
import line from './facts/line.json' with { type: 'json' };
import linkedin from './facts/linkedin.json' with { type: 'json' };
import messenger from './facts/messenger.json' with { type: 'json' };
import signal from './facts/signal.json' with { type: 'json' };
import slack from './facts/slack.json' with { type: 'json' };
import telegram from './facts/telegram.json' with { type: 'json' };
import twitter from './facts/twitter.json' with { type: 'json' };
import whatsapp from './facts/whatsapp.json' with { type: 'json' };
import type { WireCapabilities } from './wire';

/** One kind of chat of a network, with what the network's bridge says such a chat can do. */
export interface ChatKind {
	name: string;
	/** Which chats are of this kind, in words. */
	when: string;
	capabilities: WireCapabilities;
}

/** What the bridge of one network says, read from its public code. */
export interface NetworkFacts {
	/** Display name, as Beeper writes it. */
	network: string;
	bridgeType: string;
	/** Repository, commit and file of the code that says so. */
	source: string;
	variants: readonly ChatKind[];
}

const changes = v.record(v.string(), v.unknown());
const factsSchema = v.strictObject({
	network: v.string(),
	bridgeType: v.string(),
	source: v.string(),
	variants: v.array(
		v.union([
			v.strictObject({ name: v.string(), when: v.string(), capabilities: changes }),
			v.strictObject({ name: v.string(), when: v.string(), like: v.string(), changes })
		])
	)
});

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Fields replace those of the same name, objects are merged, `null` takes a field away.
 *
 * @see RFC 7386, JSON Merge Patch
 */
function merged(base: Fields, patch: Fields): Fields {
	const names = new Set([...Object.keys(base), ...Object.keys(patch)]);
	const fields = [...names].map((name) => {
		const [before, change] = [base[name], patch[name]];
		if (isFields(change)) return [name, merged(isFields(before) ? before : {}, change)] as const;
		return [name, change === undefined ? before : change] as const;
	});
	return Object.fromEntries(fields.filter(([, value]) => value !== null));
}

/**
 * Read one facts file: a variant either states its capabilities or the changes from one before it.
 *
 * @throws when the file is not of that form, or says what no chat can
 */
export function readFacts(json: unknown): NetworkFacts {
	const { variants, ...facts } = v.parse(factsSchema, json);
	const stated = new Map<string, Fields>();
	const kinds = variants.map((variant) => {
		const fields =
			'changes' in variant
				? merged(v.parse(changes, stated.get(variant.like)), variant.changes)
				: variant.capabilities;
		stated.set(variant.name, fields);
		const capabilities = v.parse(capabilitiesSchema, fields);
		return { name: variant.name, when: variant.when, capabilities };
	});
	return { ...facts, variants: kinds };
}

/** Every network whose bridge's code could be read. */
export const FACTS: readonly NetworkFacts[] = [
	whatsapp,
	telegram,
	messenger,
	instagram,
	signal,
	imessage,
	slack,
	discord,
	gmessages,
	linkedin,
	twitter,
	googlechat,
	line,
	googlevoice,
	bluesky
].map(readFacts);
