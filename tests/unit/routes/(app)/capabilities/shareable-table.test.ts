import { describe, expect, test, vi } from 'vitest';
import { unpackSnapshot } from '$lib/api/snapshot-link';
import {
	createShareableTable,
	type SharedTable
} from '../../../../../src/routes/(app)/capabilities/shareable-table';
import { makeCell, makeColumn, makeRow, makeTable } from '../../../../fixtures/table-model';
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

const OPTIONS = { title: 'Polls', isNamed: false, format: 'full', theme: 'light' } as const;

function named(isNamed: boolean) {
	return makeTable({ columns: [makeColumn({ name: isNamed ? 'Signal: Liz' : 'Signal 1' })] });
}

describe('names', () => {
	test('are asked about where a column bears one', async () => {
		expect(
			(await createShareableTable(makeShared({ build: named, by: 'account' }))).names?.label
		).toBe('Show account names');
		expect(
			(await createShareableTable(makeShared({ build: named, by: 'variant' }))).names?.label
		).toBe('Show account names');
		expect(
			(await createShareableTable(makeShared({ build: named, by: 'chat' }))).names?.label
		).toBe('Show chat names');
	});

	test('are not asked about where there are none', async () => {
		expect((await createShareableTable(makeShared())).names).toBeUndefined();
	});

	test('stand in nothing that is shared without them', async () => {
		const sharing = await createShareableTable(makeShared({ build: named, by: 'account' }));
		for (const isNamed of [true, false]) {
			const shapes = [
				sharing.makePicture({ ...OPTIONS, isNamed }).svg,
				sharing.makePicture({ ...OPTIONS, isNamed }).alt,
				...Object.values(sharing.texts).map((write) => write({ ...OPTIONS, isNamed }))
			];
			expect(shapes.map((text) => text.includes('Liz'))).toEqual(shapes.map(() => isNamed));
		}
	});
});

test('an export says what it is, of when and from how many chats', async () => {
	const columns = [
		makeColumn({ chats: 14 }),
		makeColumn({ key: 'other', chats: 400 }),
		makeColumn({ key: 'reference', origin: 'reference', chats: 3 })
	];
	const { title, texts } = await createShareableTable(
		makeShared({ build: () => makeTable({ columns }), by: 'type', serverVersion: '4.2.808' })
	);
	expect(title).toBe('What each kind of chat can do');
	expect(texts.markdown?.(OPTIONS)).toMatch(
		/^# Polls\n\n21 November 2026 · Beeper 4\.2\.808 · from 414 chats\n/
	);
});

test('an export of a snapshot says that it is one', async () => {
	const { texts } = await createShareableTable(makeShared({ isSnapshot: true }));
	expect(texts.markdown?.(OPTIONS)).toContain('21 November 2026 · from a snapshot of 14 chats');
});

test('the picture takes the theme that is asked for, whichever the page has', async () => {
	const dark = await createShareableTable(makeShared({ theme: 'dark' }));
	const light = await createShareableTable(makeShared());
	expect(dark.theme).toBe('dark');
	expect(dark.makePicture(OPTIONS)).toEqual(light.makePicture(OPTIONS));
	expect(dark.makePicture(OPTIONS)).not.toEqual(dark.makePicture({ ...OPTIONS, theme: 'dark' }));
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
	const { snapshot } = await createShareableTable(makeShared());
	const url = new URL((await snapshot?.createLink()) ?? '');
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
		expect(early.texts[format]?.(OPTIONS)).toContain('from 12 chats so far');
		expect(whole.texts[format]?.(OPTIONS)).not.toContain('so far');
	}
	expect(early.makePicture(OPTIONS).svg).toContain('from 12 chats so far');
});

test('an answer stands in pictures and in Markdown, else the first difference does', async () => {
	const headline = 'Signal: edit for 24\u00a0hours.';
	const asked = await createShareableTable(makeShared({ headline }));
	expect(asked.headline).toBe(headline);
	expect(asked.makePicture(OPTIONS).svg).toContain(headline);
	expect(asked.texts.markdown?.(OPTIONS)).toContain('**Signal: edit for 24 hours.**');
	function build() {
		return makeTable({ summary: ['Signal edits, Slack doesn’t.'] });
	}
	expect((await createShareableTable(makeShared({ build }))).headline).toBe(
		'Signal edits, Slack doesn’t.'
	);
});

test('each section with rows can be a picture of its own', async () => {
	const sections = [
		{ section: 'Messages', rows: [makeRow([makeCell()], { name: 'Replies' })] },
		{ section: 'Members', rows: [makeRow([makeCell()], { name: 'Invite' })] },
		{ section: 'Formatting', rows: [], folded: 3 }
	] as const;
	const shareable = await createShareableTable(
		makeShared({ build: () => makeTable({ sections }) })
	);
	expect(shareable.sections).toEqual(['Messages', 'Members']);
	const { svg } = shareable.makePicture({ ...OPTIONS, section: 'Members' });
	expect(svg).toContain('Invite');
	expect(svg).not.toContain('Replies');
});
