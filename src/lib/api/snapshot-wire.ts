import * as v from 'valibot';
import { isRecord } from '$lib/format/json';
import { count, flag, record } from './schemas/primitives';
import { UNUSABLE } from './parse';

/** What marks a file as one of ours. */
export const FORMAT = 'beeper-dashboard-snapshot';
/** Rises when a reader of the earlier one would misunderstand. */
export const VERSION = 2;

/** Nobody can read a longer one in a table's head. */
const NAME = 200;
const name = v.pipe(v.string(UNUSABLE), v.nonEmpty(UNUSABLE), v.maxLength(NAME, UNUSABLE));

/** ISO, perhaps with a time, of which only the day counts. */
const day = v.pipe(
	v.string(UNUSABLE),
	v.regex(/^\d{4}-\d\d-\d\d/, UNUSABLE),
	v.transform((text) => text.slice(0, 10)),
	v.check((text) => !Number.isNaN(Date.parse(text)), UNUSABLE)
);

export const wireSnapshot = record({
	taken: day,
	serverVersion: v.exactOptional(v.pipe(v.string(), v.maxLength(NAME))),
	columns: v.array(v.unknown(), UNUSABLE)
});

const answer = record({ chats: count, capabilities: v.custom<object>(isRecord, UNUSABLE) });

export const wireColumn = record({
	name,
	network: v.exactOptional(record({ key: name, name })),
	isPlural: v.exactOptional(flag),
	chats: v.optional(count, 0),
	answers: v.optional(v.array(answer), () => [])
});

/**
 * The JSON of any version as one of the present.
 *
 * Version 1 knew networks only, and one answer for each:
 * `{version: 1, taken, serverVersion?, networks: {signal: {name, chats?, capabilities?}}}`.
 */
export function migrated(raw: Record<string, unknown>): Record<string, unknown> {
	if (raw['version'] !== 1) return raw;
	const { networks, ...kept } = raw;
	const columns = isRecord(networks)
		? Object.entries(networks).map(([key, network]) => columnOfVersion1(key, network))
		: undefined;
	return { ...kept, format: FORMAT, version: VERSION, columns };
}

function columnOfVersion1(key: string, network: unknown): unknown {
	if (!isRecord(network)) return network;
	const { name: given, chats: counted, capabilities, ...kept } = network;
	const called = v.is(name, given) ? given : key;
	const chats = v.is(count, counted) ? counted : 1;
	return {
		...kept,
		name: called,
		network: { key, name: called },
		chats,
		answers: capabilities === undefined ? [] : [{ chats, capabilities }]
	};
}
