import { isObject } from '$lib/format/json';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { buildCatalogue } from '$lib/domain/capabilities/catalogue';
import { collectSets } from '$lib/domain/capabilities/columns/clusters';
import {
	getSnapshotColumns,
	type Snapshot,
	type SnapshotColumn
} from '$lib/domain/capabilities/snapshot/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { toSortedJson } from '$lib/domain/capabilities/url-value';
import type { Oddity } from '$lib/domain/connection/source';
import { isRecord } from '$lib/format/json';
import { createCapabilityReader, type CapabilityReader } from './schemas/capabilities';
import { wireOf } from './capabilities-wire';
import { readRows } from './pagination/rows';
import { read, type Finding, type Reading } from './parse';
import { FORMAT, migrated, VERSION, wireColumn, wireSnapshot } from './snapshot-wire';

/** Characters of JSON: some ten times what a person's many networks come to. */
export const MOST_CHARACTERS = 2_000_000;
/** In UTF-8, at most. */
const BYTES_PER_CHARACTER = 3;
const MOST_LEVELS = 32;
const MOST_COLUMNS = 500;
const MOST_ROWS = 3_000;

export interface SnapshotReading {
	snapshot: Snapshot;
	/** What in it could not be read and was left out. */
	oddities: readonly Oddity[];
}

/** As JSON, to be saved. The same table gives the same text, in whatever order its chats came. */
export function writeSnapshot(snapshot: Snapshot): string {
	return `${JSON.stringify(wireSnapshotOf(snapshot), undefined, '\t')}\n`;
}

/** As JSON in the fewest characters. */
export function writeCompactSnapshot(snapshot: Snapshot): string {
	return JSON.stringify(wireSnapshotOf(snapshot));
}

/**
 * Reads a snapshot of any version, from whomever: what makes no sense is left out and told.
 *
 * @throws SnapshotError `too-large`, `no-snapshot` or `newer`
 */
export function readSnapshot(text: string): SnapshotReading {
	if (text.length > MOST_CHARACTERS) throw new SnapshotError('too-large');
	const raw = migrated(parse(text));
	const { value } = read(wireSnapshot, raw);
	if (!value) throw new SnapshotError('no-snapshot');
	if (value.columns.length > MOST_COLUMNS) throw new SnapshotError('too-large');

	const readCapabilities = createCapabilityReader();
	const { items, oddities } = readRows(
		value.columns,
		(column) => readColumn(column, readCapabilities),
		({ name }) => name
	);
	const snapshot = { ...value, columns: items, ...othersOf(raw, SNAPSHOT_FIELDS) };
	const rows = buildCatalogue(collectSets(getSnapshotColumns(snapshot)));
	if (rows.length > MOST_ROWS) throw new SnapshotError('too-large');
	return { snapshot, oddities };
}

/**
 * The same of a file; one that is too large is not even opened.
 *
 * @throws SnapshotError as {@link readSnapshot} does
 */
export async function readSnapshotFile(file: Blob): Promise<SnapshotReading> {
	if (file.size > MOST_CHARACTERS * BYTES_PER_CHARACTER) throw new SnapshotError('too-large');
	return readSnapshot(await file.text());
}

/** The fields that are read; whatever else stands beside them is kept as it came. */
const SNAPSHOT_FIELDS = new Set(['format', 'version', 'taken', 'serverVersion', 'columns']);
const COLUMN_FIELDS = new Set(['name', 'network', 'isPlural', 'chats', 'answers']);

function parse(text: string): Record<string, unknown> {
	const raw = parsed(text.replace(/^\ufeff/, ''));
	if (!isRecord(raw) || isDeeperThan(MOST_LEVELS, raw)) throw new SnapshotError('no-snapshot');
	const { version, format } = raw;
	if (version === 1 && isRecord(raw['networks'])) return raw;
	if (format !== FORMAT || !Number.isSafeInteger(version)) throw new SnapshotError('no-snapshot');
	if (Number(version) > VERSION) throw new SnapshotError('newer');
	if (version !== VERSION) throw new SnapshotError('no-snapshot');
	return raw;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new SnapshotError('no-snapshot', { cause: error });
	}
}

/** Level by level, as a call for each would overflow the stack. */
function isDeeperThan(most: number, raw: object): boolean {
	let level: object[] = [raw];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth >= most) return true;
		level = level.flatMap((value) => Object.values(value)).filter(isObject);
	}
	return false;
}

function readColumn(raw: unknown, readCapabilities: CapabilityReader): Reading<SnapshotColumn> {
	const { value, kept, findings } = read(wireColumn, raw);
	if (!value) return { value, kept, findings };
	const { answers, chats, ...names } = value;
	const sets = new Map<Capabilities, number>();
	const strange: Finding[] = [];
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
	const column = { ...names, ...counts, ...othersOf(raw, COLUMN_FIELDS) };
	return { value: column, kept, findings: [...findings, ...strange] };
}

function othersOf(
	raw: unknown,
	fields: ReadonlySet<string>
): { other?: Readonly<Record<string, unknown>> } {
	const others = isRecord(raw) ? Object.entries(raw).filter(([key]) => !fields.has(key)) : [];
	return others.length > 0 ? { other: Object.fromEntries(others) } : {};
}

function wireSnapshotOf({ taken, serverVersion, columns, other }: Snapshot): object {
	return {
		...other,
		format: FORMAT,
		version: VERSION,
		taken,
		serverVersion,
		columns: columns.map(wireColumnOf)
	};
}

function wireColumnOf({ name, network, isPlural, chats, sets, other }: SnapshotColumn): object {
	const answers = [...sets]
		.map(([capabilities, count]) => ({ chats: count, json: toSortedJson(wireOf(capabilities)) }))
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
