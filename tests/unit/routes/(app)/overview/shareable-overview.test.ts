import { expect, test } from 'vitest';
import { PICTURE_FORMATS } from '$lib/components/share/shareable';
import { buildActivityPlot } from '$lib/domain/overview/activity-plot';
import { createCounts } from '$lib/domain/overview/count-overview';
import { buildHeadline } from '$lib/domain/overview/headline-figures';
import { OVERVIEW } from '$lib/domain/overview/overview-view';
import { buildUnreadPlot } from '$lib/domain/overview/unread-plot';
import {
	createShareableOverview,
	type SharedOverview
} from '../../../../../src/routes/(app)/overview/shareable-overview';

const COUNTS = { ...createCounts(), inbox: 3, unread: 1, total: 3 };

function makeAccountRow(detail: string) {
	return { key: detail, name: 'WhatsApp', detail, networkKey: 'whatsapp', counts: COUNTS };
}

function makeShared(overrides: Partial<SharedOverview> = {}): SharedOverview {
	const totals = { ...createCounts(), inbox: 6, unread: 1, total: 6 };
	const due = { overdue: 0, today: 2, week: 0 };
	return {
		view: { ...OVERVIEW, by: 'account' },
		figures: buildHeadline({ totals, unreadMessages: 4, due }, 1),
		rows: ['Liz', 'Work'].map((name) => ({ ...makeAccountRow(name), isLinked: true })),
		totals,
		activity: buildActivityPlot([], 0),
		unread: buildUnreadPlot([], 0),
		date: '2026-11-27',
		isSoFar: false,
		link: 'https://dashboard.example/overview',
		theme: 'light',
		...overrides
	};
}

test('an account’s name stands in nothing that is shared without names', async () => {
	const shared = await createShareableOverview(makeShared());
	expect(shared.names?.label).toBe('Show account names');
	for (const isNamed of [true, false]) {
		const options = { title: shared.title, isNamed, theme: 'light' } as const;
		const pictures = PICTURE_FORMATS.map((format) => shared.makePicture({ ...options, format }));
		const texts = Object.values(shared.texts).map((write) => write(options));
		const all = [...pictures.flatMap(({ svg, alt }) => [svg, alt]), ...texts];
		expect(all.map((text) => text.includes('Liz'))).toEqual(all.map(() => isNamed));
		expect(all.every((text) => isNamed || text.includes('WhatsApp 1'))).toBe(true);
	}
});

test('its headline counts in words, without what there is none of and without accounts', async () => {
	const { headline } = await createShareableOverview(makeShared());
	expect(headline).toBe('6 chats, 1 unread, 2 reminders today');
	const due = { overdue: 1, today: 0, week: 0 };
	const totals = { ...createCounts(), mentions: 1, total: 1 };
	const figures = buildHeadline({ totals, unreadMessages: 0, due }, 0);
	expect((await createShareableOverview(makeShared({ figures }))).headline).toBe(
		'1 chat, 1 mention, 1 overdue reminder'
	);
});

test('says that merged chats are in several rows only where one is', async () => {
	async function write(overrides: Partial<SharedOverview>) {
		const { texts, title } = await createShareableOverview(makeShared(overrides));
		return texts.markdown?.({ title, isNamed: false });
	}
	const merged = 'A merged chat counts in each of its accounts, and once in the total.';
	expect(await write({})).not.toContain(merged);
	expect(await write({ totals: { ...COUNTS, total: 5 } })).toContain(merged);
});
