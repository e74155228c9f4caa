import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { countViews, type ViewCounts } from '$lib/domain/chat-list/count-chats';
import { filterChats } from '$lib/domain/chat-list/filter';
import { groupChats } from '$lib/domain/chat-list/group';
import { PRESETS, toPreset, UNREAD } from '$lib/domain/chat-list/presets';
import { sortChats } from '$lib/domain/chat-list/sort';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import type { Behaviour } from '$lib/sample/server/behaviour';
import { createReadOnly } from '$lib/state/preferences.svelte';
import { Session } from '$lib/state/session.svelte';
import { makeSampleServer, NOW } from '../../../fixtures/sample';
import { makeStores } from '../../../fixtures/storage';
import { STILL } from '../../../fixtures/watch';

function now() {
	return NOW;
}

async function loadSession(behaviour: Partial<Behaviour>) {
	const { server } = makeSampleServer({ chats: 300, hasCapabilities: false, behaviour });
	const address = 'http://localhost:23373';
	const source = createSource({ address, token: SAMPLE_TOKEN, fetch: server.fetch });
	const readOnly = createReadOnly(makeStores().stores.device);
	const session = new Session({ source: () => source, readOnly, watch: STILL });
	await session.inbox.load(source);
	return session;
}

function countPresets({ indexedChats }: Session): ViewCounts {
	let counts: ViewCounts = new Map();
	const queries = PRESETS.map(({ query }) => query);
	Array.from(countViews(indexedChats, queries, now, (all) => (counts = all)));
	return counts;
}

/** The number of rows of the list with this query. */
function countRows({ indexedChats, chatIndex, accounts }: Session, query: string): number {
	const { view } = parseView(query);
	const { matching } = filterChats(indexedChats, view.filter, now);
	const sorted = sortChats(matching, view.sort, chatIndex.titles);
	if (!view.group) return sorted.length;
	const groups = groupChats(sorted, view.group, { accounts, now: NOW });
	return groups.reduce((sum, { chats }) => sum + chats.length, 0);
}

describe.for<readonly [name: string, behaviour: Partial<Behaviour>]>([
	['the sample world', {}],
	['odd names', { oddNames: true }],
	['merged chats', { merged: 'a' }],
	['labels', { labels: true }],
	['all of these', { oddNames: true, merged: 'b', labels: true }]
])('with %s', ([, behaviour]) => {
	test('every built-in view counts the rows that its link leads to, from any view', async () => {
		const session = await loadSession(behaviour);
		const counts = countPresets(session);
		for (const here of ['', 'q=tea&group=label&layout=cards', PRESETS[4]?.query ?? '']) {
			for (const preset of PRESETS) {
				const query = formatView(toPreset(parseView(here).view, preset)).toString();
				const rows = countRows(session, query);
				expect([preset.name, counts.get(preset.query)]).toEqual([preset.name, rows]);
			}
		}
		expect(counts.get(formatView(UNREAD).toString())).toBe(session.unreadCount);
		expect(session.unreadCount).toBeGreaterThan(0);
	});
});
