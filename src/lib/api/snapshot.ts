import * as v from 'valibot';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { isDeeperThan, isRecord } from '$lib/format/parse-json';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { collectSets } from '$lib/domain/capabilities/columns/clusters';
import {
	getSnapshotColumns,
	type Snapshot,
	type SnapshotColumn
} from '$lib/domain/capabilities/snapshot/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { toSortedJson } from '$lib/domain/capabilities/url-value';
import type { ParseIssue } from '$lib/domain/connection/source';
import {
	createCapabilityReader,
	writeCapabilities,
	type CapabilityReader
} from './schemas/capabilities';
import { readRows } from './pagination/read-page';
import { parseTolerant, type FieldIssue, type ParseResult, UNUSABLE } from './parse';
import { count, flag, record } from './schemas/primitives';

/** Marks a file as a snapshot of this app. */
const FORMAT = 'beeper-dashboard-snapshot';
/** Incremented when older readers would misunderstand the format. */
const VERSION = 2;

/** Characters. Longer names do not fit a table’s header. */
const NAME = 200;
const name = v.pipe(v.string(UNUSABLE), v.nonEmpty(UNUSABLE), v.maxLength(NAME, UNUSABLE));

/** An ISO date, perhaps with a time, which is dropped. */
const day = v.pipe(
	v.string(UNUSABLE),
	v.regex(/^\d{4}-\d\d-\d\d/, UNUSABLE),
	v.transform((text) => text.slice(0, 10)),
	v.check((text) => !Number.isNaN(Date.parse(text)), UNUSABLE)
);

const snapshotSchema = record({
	taken: day,
	serverVersion: v.exactOptional(v.pipe(v.string(), v.maxLength(NAME))),
	columns: v.array(v.unknown(), UNUSABLE)
});

const answer = record({ chats: count, capabilities: v.custom<object>(isRecord, UNUSABLE) });

const columnSchema = record({
	name,
	network: v.exactOptional(record({ key: name, name })),
	isPlural: v.exactOptional(flag),
	chats: v.optional(count, 0),
	answers: v.optional(v.array(answer), () => [])
});

/**
 * Converts JSON of any version to the current one.
 *
 * Version 1 had only networks, each with one set of capabilities:
 * `{version: 1, taken, serverVersion?, networks: {signal: {name, chats?, capabilities?}}}`.
 */
function migrate(raw: Record<string, unknown>): Record<string, unknown> {
	if (raw['version'] !== 1) return raw;
	const { networks, ...kept } = raw;
	const columns = isRecord(networks)
		? Object.entries(networks).map(([key, network]) => migrateColumn(key, network))
		: undefined;
	return { ...kept, format: FORMAT, version: VERSION, columns };
}

function migrateColumn(key: string, network: unknown): unknown {
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

/** Characters of JSON: about ten times the snapshot of a person with many networks. */
export const MOST_CHARACTERS = 2_000_000;
/** The maximum in UTF-8 for one UTF-16 unit. */
const BYTES_PER_CHARACTER = 3;
const MOST_COLUMNS = 500;
const MOST_ROWS = 3_000;

export interface SnapshotReading {
	snapshot: Snapshot;
	/** Parts that could not be parsed and were left out. */
	parseIssues: readonly ParseIssue[];
}

/** A snapshot as JSON. Equal tables give equal text, whatever the order of their chats. */
export function writeSnapshot(snapshot: Snapshot): string {
	return `${JSON.stringify(toSnapshotJSON(snapshot), undefined, '\t')}\n`;
}

/** A snapshot as JSON without whitespace. */
export function writeCompactSnapshot(snapshot: Snapshot): string {
	return JSON.stringify(toSnapshotJSON(snapshot));
}

/**
 * Parses a snapshot of any version from any source. Unusable parts are left out and reported.
 *
 * @throws SnapshotError `too-large`, `no-snapshot` or `newer`
 */
export function readSnapshot(text: string): SnapshotReading {
	if (text.length > MOST_CHARACTERS) throw new SnapshotError('too-large');
	const raw = migrate(parse(text));
	const { value } = parseTolerant(snapshotSchema, raw);
	if (!value) throw new SnapshotError('no-snapshot');
	if (value.columns.length > MOST_COLUMNS) throw new SnapshotError('too-large');

	const readCapabilities = createCapabilityReader();
	const { items, parseIssues } = readRows(
		value.columns,
		(column) => readColumn(column, readCapabilities),
		({ name }) => name
	);
	const snapshot = { ...value, columns: items, ...getOtherFields(raw, SNAPSHOT_FIELDS) };
	const rows = buildRows(collectSets(getSnapshotColumns(snapshot)));
	if (rows.length > MOST_ROWS) throw new SnapshotError('too-large');
	return { snapshot, parseIssues };
}

/**
 * Parses a snapshot file. A file that is too large is not opened.
 *
 * @throws SnapshotError as {@link readSnapshot} does, also if the file cannot be read: a folder, or
 *   a file that no longer exists
 */
export async function readSnapshotFile(file: Blob): Promise<SnapshotReading> {
	if (file.size > MOST_CHARACTERS * BYTES_PER_CHARACTER) throw new SnapshotError('too-large');
	return readSnapshot(await readText(file));
}

async function readText(file: Blob): Promise<string> {
	try {
		return await file.text();
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		throw new SnapshotError('no-snapshot', { cause: error });
	}
}

/** Fields that are parsed; all others are kept as they came. */
const SNAPSHOT_FIELDS = new Set(['format', 'version', 'taken', 'serverVersion', 'columns']);
const COLUMN_FIELDS = new Set(['name', 'network', 'isPlural', 'chats', 'answers']);

function parse(text: string): Record<string, unknown> {
	const raw = parsed(text.replace(/^\ufeff/, ''));
	if (!isRecord(raw) || isDeeperThan(SIZE_LIMITS.levels, raw))
		throw new SnapshotError('no-snapshot');
	const { version, format } = raw;
	if (version === 1 && isRecord(raw['networks'])) return raw;
	if (format !== FORMAT || !Number.isSafeInteger(version)) throw new SnapshotError('no-snapshot');
	if (Number(version) > VERSION) throw new SnapshotError('newer');
	if (version !== VERSION) throw new SnapshotError('no-snapshot');
	return raw;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text, (_, value: unknown) =>
			// JSON can't express an infinite number.
			value === Infinity || value === -Infinity ? null : value
		);
	} catch (error) {
		throw new SnapshotError('no-snapshot', { cause: error });
	}
}

function readColumn(raw: unknown, readCapabilities: CapabilityReader): ParseResult<SnapshotColumn> {
	const { value, kept, findings } = parseTolerant(columnSchema, raw);
	if (!value) return { value, kept, findings };
	const { answers, chats, ...names } = value;
	const sets = new Map<Capabilities, number>();
	const strange: FieldIssue[] = [];
	answers.forEach((answer, index) => {
		const reading = readCapabilities(answer.capabilities);
		const place = `answers.${index}.capabilities`;
		strange.push(
			...reading.findings.map(({ path, found }) => ({ path: `${place}.${path}`, found }))
		);
		if (!reading.value || answer.chats === 0) return;
		sets.set(reading.value, (sets.get(reading.value) ?? 0) + answer.chats);
	});
	const reported = [...sets.values()].reduce((sum, count) => sum + count, 0);
	const counts = { chats: Math.max(chats, reported), reported, sets };
	const column = { ...names, ...counts, ...getOtherFields(raw, COLUMN_FIELDS) };
	return { value: column, kept, findings: [...findings, ...strange] };
}

function getOtherFields(
	raw: unknown,
	fields: ReadonlySet<string>
): { other?: Readonly<Record<string, unknown>> } {
	const others = isRecord(raw) ? Object.entries(raw).filter(([key]) => !fields.has(key)) : [];
	return others.length > 0 ? { other: Object.fromEntries(others) } : {};
}

function toSnapshotJSON({ taken, serverVersion, columns, other }: Snapshot): object {
	return {
		...other,
		format: FORMAT,
		version: VERSION,
		taken,
		serverVersion,
		columns: columns.map(toColumnJSON)
	};
}

function toColumnJSON({ name, network, isPlural, chats, sets, other }: SnapshotColumn): object {
	const answers = [...sets]
		.map(([capabilities, count]) => ({
			chats: count,
			json: toSortedJson(writeCapabilities(capabilities))
		}))
		.sort((a, b) => b.chats - a.chats || (a.json < b.json ? -1 : 1));
	return {
		...other,
		name,
		network: network && { key: network.key, name: network.name },
		isPlural,
		chats,
		answers: answers.map(({ chats: count, json }) => ({
			chats: count,
			capabilities: parsed(json)
		}))
	};
}
