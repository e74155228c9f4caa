import { describe, expect, test, vi } from 'vitest';
import { unpackSnapshot } from '$lib/api/snapshot-link';
import {
	createShareableTable,
	type SharedTable
} from '../../../../../src/routes/(app)/capabilities/sharing';
import { makeColumn, makeTable } from '../../../../fixtures/table-model';
import { makeSnapshot } from '../../../../fixtures/snapshots';

function makeShared(overrides: Partial<SharedTable> = {}): SharedTable {
	return {
		build: () => makeTable(),
		by: 'network',
		date: '2026-11-21',
		snapshot: makeSnapshot,
		origin: 'https://dashboard.example',
		theme: 'light',
		...overrides
	};
}

function named(isNamed: boolean) {
	return makeTable({ columns: [makeColumn({ name: isNamed ? 'Signal: Liz' : 'Signal 1' })] });
}

describe('names', () => {
	test('are asked about where a column bears one', async () => {
		expect((await createShareableTable(makeShared({ build: named, by: 'account' }))).names).toBe(
			'accounts'
		);
		expect((await createShareableTable(makeShared({ build: named, by: 'variant' }))).names).toBe(
			'accounts'
		);
		expect((await createShareableTable(makeShared({ build: named, by: 'chat' }))).names).toBe(
			'chats'
		);
	});

	test('are not asked about where there are none', async () => {
		expect((await createShareableTable(makeShared())).names).toBeUndefined();
	});

	test('stand in nothing that is shared without them', async () => {
		const sharing = await createShareableTable(makeShared({ build: named, by: 'account' }));
		for (const isNamed of [true, false]) {
			const shapes = [
				sharing.draw('light', isNamed),
				...(['markdown', 'csv', 'json'] as const).map((format) => sharing.write(format, isNamed))
			];
			expect(shapes.map((text) => text.includes('Liz'))).toEqual(shapes.map(() => isNamed));
		}
		expect(sharing.description).not.toContain('Liz');
	});
});

test('an export says what it is, of when and from how many chats', async () => {
	const columns = [
		makeColumn({ chats: 14 }),
		makeColumn({ key: 'other', chats: 400 }),
		makeColumn({ key: 'reference', origin: 'reference', chats: 3 })
	];
	const { write } = await createShareableTable(
		makeShared({ build: () => makeTable({ columns }), by: 'type', serverVersion: '4.2.808' })
	);
	expect(write('markdown', false)).toMatch(
		/^# What each kind of chat can do\n\n21 November 2026 · server 4\.2\.808 · from 414 chats\n/
	);
});

test('an export of a snapshot says that it is one', async () => {
	const { write } = await createShareableTable(makeShared({ isSnapshot: true }));
	expect(write('markdown', false)).toContain('21 November 2026 · from a snapshot of 14 chats');
});

test('the picture takes the theme that is asked for, whichever the page has', async () => {
	const { draw, theme } = await createShareableTable(makeShared({ theme: 'dark' }));
	expect(theme).toBe('dark');
	expect(draw('light', false)).toBe(
		(await createShareableTable(makeShared())).draw('light', false)
	);
	expect(draw('light', false)).not.toBe(draw('dark', false));
});

test.for([
	[true, 'dark'],
	[false, 'light']
] as const)(
	'a page that follows the system (dark: %s) begins with %s',
	async ([matches, theme]) => {
		vi.stubGlobal('matchMedia', () => ({ matches }));
		expect((await createShareableTable(makeShared({ theme: 'system' }))).theme).toBe(theme);
		vi.unstubAllGlobals();
	}
);

test('the link of a snapshot carries it, behind the #', async () => {
	const { linkSnapshot } = await createShareableTable(makeShared());
	const url = new URL(await linkSnapshot());
	expect(url.origin + url.pathname + url.search).toBe(
		'https://dashboard.example/capabilities/snapshot'
	);
	expect((await unpackSnapshot(url.hash.slice(1))).snapshot).toEqual(makeSnapshot());
});

test('what is shared before all chats have come says so', async () => {
	function build() {
		return makeTable({ columns: [makeColumn({ chats: 12 })] });
	}
	const [early, whole] = [
		await createShareableTable(makeShared({ build, isSoFar: true })),
		await createShareableTable(makeShared({ build }))
	];
	for (const format of ['markdown', 'json'] as const) {
		expect(early.write(format, false)).toContain('from 12 chats so far');
		expect(whole.write(format, false)).not.toContain('so far');
	}
	expect(early.draw('light', false)).toContain('from 12 chats so far');
});
