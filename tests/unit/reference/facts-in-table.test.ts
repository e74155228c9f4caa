import { describe, expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { collectSets } from '$lib/domain/capabilities/columns/clusters';
import { readSpan, type Span } from '$lib/domain/capabilities/columns/span';
import type { CapabilityRow } from '$lib/domain/capabilities/row';
import type { CapabilityValue } from '$lib/domain/capabilities/value';
import { isSupportLevel, isWorking } from '$lib/domain/capabilities/model';
import { buildNetworkColumns } from '$lib/reference/network-columns';
import type { NetworkFacts } from '$lib/reference/facts';
import { NETWORKS } from '$lib/reference/networks';

const LEVELS: ReadonlyMap<unknown, string> = new Map([
	[-2, 'rejected'],
	[-1, 'dropped'],
	[0, 'unsupported'],
	[1, 'partial'],
	[2, 'full']
]);

/** Every leaf of the JSON with its dotted path; each item of a list is a leaf. */
function listScalars(
	value: unknown,
	path: readonly string[] = []
): [path: string, value: unknown][] {
	if (Array.isArray(value)) return value.flatMap((item: unknown) => listScalars(item, path));
	if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
	return Object.entries(value).flatMap(([key, inner]) => listScalars(inner, [...path, key]));
}

/** The values of a cell as the JSON writes them. */
function listValues(reading: CapabilityValue): readonly unknown[] {
	switch (reading.kind) {
		case 'level':
			return [...LEVELS].flatMap(([rank, level]) => (level === reading.level ? [rank] : []));
		case 'flag':
		case 'limit':
			return [reading.value];
		case 'list':
			return reading.items;
		case 'reported':
			return listScalars(reading.value).map(([, value]) => value);
		default:
			return [];
	}
}

interface Table {
	rows: readonly { row: CapabilityRow; cells: readonly Span[] }[];
}

function buildFactsTable(networks: readonly NetworkFacts[]): Table {
	const columns = buildNetworkColumns(networks, createCapabilityReader());
	const rows = buildRows(collectSets(columns)).map((row) => ({
		row,
		cells: columns.map((column) => readSpan(column, row.path))
	}));
	return { rows };
}

/** The path of a level within an object (`state.title.level`) is shortened to the object's (`state.title`). */
function toRowPath(leaf: string): string {
	return leaf.replace(/^(state\.\w+)\.level$/, '$1');
}

/** True for a limit that is not shown, because its level does not work. */
function isMoot({ rows }: Table, levelPath: string | undefined, column: number): boolean {
	const level = rows.find(({ row }) => row.path === levelPath)?.cells[column]?.parts[0].value;
	if (level?.kind === 'omitted') return level.as === 'rejected';
	return level?.kind === 'level' && isSupportLevel(level.level) && !isWorking(level.level);
}

/** The number of rows that show a leaf of the column's JSON. */
function showings(table: Table, column: number, leaf: string, value: unknown): number {
	return table.rows.filter(({ row, cells }) => {
		if (row.path !== toRowPath(leaf) && row.path !== leaf) return false;
		const readings = cells[column]?.parts.map(({ value: stated }) => stated) ?? [];
		return readings.some((reading) =>
			reading.kind === 'inapplicable'
				? isMoot(table, row.levelPath, column)
				: listValues(reading).includes(value)
		);
	}).length;
}

const kinds = NETWORKS.flatMap((facts) =>
	facts.variants.map((kind) => ({ ...facts, kind: kind.name, variants: [kind] }))
);

describe('each leaf that a network reports is in exactly one row of the table', () => {
	test.for(kinds)('$network: $kind', (facts) => {
		const table = buildFactsTable([facts]);
		const lost = listScalars(facts.variants[0]?.capabilities).filter(
			([leaf, value]) => showings(table, 0, leaf, value) !== 1
		);
		expect(lost).toEqual([]);
	});

	test('also with all networks in one table', () => {
		const { rows } = buildFactsTable(NETWORKS);
		const paths = rows.map(({ row }) => row.path);
		expect(new Set(paths).size).toBe(paths.length);
		const leaves = kinds.flatMap(({ variants }) => listScalars(variants[0]?.capabilities));
		expect(leaves.filter(([leaf]) => !paths.includes(toRowPath(leaf)))).toEqual([]);
		expect(leaves.length).toBeGreaterThan(2_000);
	});

	test('none of them is a stranger', () => {
		expect(buildFactsTable(NETWORKS).rows.filter(({ row }) => row.section === 'Other')).toEqual([]);
	});
});

describe('what the walk would find', () => {
	const [signal] = NETWORKS.filter(({ bridgeType }) => bridgeType === 'signal');
	const kind = { name: 'new', when: 'tomorrow' };

	function withLeaves(capabilities: Record<string, unknown>): Table {
		return buildFactsTable([
			{ network: 'N', bridgeType: 'n', source: '', variants: [{ ...kind, capabilities }] }
		]);
	}

	test.for([
		['stories', { stories: 2 }],
		['state.theme.level', { state: { title: { level: 2 }, theme: { level: 2 } } }],
		[
			'attachments.m.image.maxPages',
			{ attachments: { 'm.image': { mimeTypes: {}, maxPages: 30 } } }
		]
	] as const)('an unknown leaf is shown under Other: %s', ([leaf, capabilities]) => {
		const table = withLeaves(capabilities);
		const strangers = table.rows.filter(({ row }) => row.section === 'Other');
		expect(strangers).toHaveLength(1);
		expect(leaf.startsWith(strangers[0]?.row.path ?? '?')).toBe(true);
		const value = listScalars(capabilities).find(([path]) => path === leaf)?.[1];
		expect(
			strangers[0]?.cells[0]?.parts.flatMap(({ value: reading }) => listValues(reading))
		).toEqual([value]);
	});

	test('a row too few and a row too many', () => {
		const table = buildFactsTable(signal ? [signal] : []);
		expect(showings(table, 0, 'edit', 2)).toBe(1);
		const rows = table.rows.filter(({ row }) => row.path === 'edit');
		expect(showings({ ...table, rows: [...table.rows, ...rows] }, 0, 'edit', 2)).toBe(2);
		const others = table.rows.filter(({ row }) => row.path !== 'edit');
		expect(showings({ ...table, rows: others }, 0, 'edit', 2)).toBe(0);
	});

	test('a cell that says something else', () => {
		expect(showings(withLeaves({ edit: 1 }), 0, 'edit', 2)).toBe(0);
	});
});
