import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { splitColumn, findVariants } from '$lib/domain/capabilities/columns/variant';
import type { Chat } from '$lib/domain/chat/chat';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS } from '$lib/domain/chat-list/view';
import { makeAttachment, makeCapabilities } from '../../../../fixtures/capabilities';
import { makeAccount, makeChat } from '../../../../fixtures/chats';
import { createMatcher } from '../../../../fixtures/views';
import { anyChats, getNetwork } from '../arbitrary';

const FULL = makeCapabilities({ edit: 'full' });
const REJECTED = makeCapabilities({ edit: 'rejected' });
const POLLS = makeCapabilities({ edit: 'full', poll: 'full' });

function makeSignalChats(
	count: number,
	capabilities: Capabilities | null,
	rest: Partial<Chat> = {}
): Chat[] {
	return Array.from({ length: count }, () =>
		makeChat({
			accountID: 'signal',
			network: 'Signal',
			...(capabilities && { capabilities }),
			...rest
		})
	);
}

function buildOnlyColumn(...chats: Chat[][]) {
	const [column] = buildColumns(clusterChats(chats.flat(), getNetwork), { by: 'network' }).columns;
	if (!column) throw new Error('no column');
	return column;
}

function variants(...chats: Chat[][]) {
	return findVariants(buildOnlyColumn(...chats)).map(({ name, chats: count }) => [name, count]);
}

const GROUP = { type: 'group' };
const ANNOUNCEMENT = { type: 'group', isReadOnly: true };

describe('the variants of a column', () => {
	test('are named by the type of their chats where that sets them apart, most chats first', () => {
		expect(variants(makeSignalChats(2, REJECTED, GROUP), makeSignalChats(3, FULL))).toEqual([
			['direct', 3],
			['group', 2]
		]);
	});

	test('are announcements when members cannot write', () => {
		expect(
			variants(
				makeSignalChats(3, FULL),
				makeSignalChats(2, REJECTED, GROUP),
				makeSignalChats(1, POLLS, ANNOUNCEMENT)
			)
		).toEqual([
			['direct', 3],
			['group', 2],
			['announcement', 1]
		]);
	});

	test('are named by a capability where their type does not tell', () => {
		expect(variants(makeSignalChats(3, FULL, GROUP), makeSignalChats(2, REJECTED, GROUP))).toEqual([
			['group, Edit: Full', 3],
			['group, Edit: Rejected', 2]
		]);
	});

	test('name a capability without a type where chats of every type are alike', () => {
		expect(
			variants(
				makeSignalChats(3, FULL),
				makeSignalChats(1, FULL, GROUP),
				makeSignalChats(2, REJECTED, GROUP)
			)
		).toEqual([
			['Edit: Full', 4],
			['group, Edit: Rejected', 2]
		]);
	});

	const POOR = makeCapabilities({ edit: 'rejected', poll: 'full' });
	const BOTH = [makeSignalChats(4, FULL), makeSignalChats(3, POOR), makeSignalChats(2, POLLS)];

	test('are numbered when no single capability distinguishes them', () => {
		expect(variants(...BOTH, makeSignalChats(1, REJECTED))).toEqual([
			['direct, variant 1', 4],
			['direct, variant 2', 3],
			['direct, variant 3', 2],
			['direct, variant 4', 1]
		]);
	});

	test('are named by the account before they are numbered, unless names are not wanted', () => {
		const own = makeSignalChats(1, REJECTED, { accountID: 'other' });
		const accounts = [makeAccount({ accountID: 'other', user: { id: '1', fullName: 'Ada' } })];
		const column = buildOnlyColumn(...BOTH, own);
		expect(findVariants(column, { accounts }).at(-1)?.name).toBe('direct, Ada');
		expect(findVariants(column, { accounts, isNameless: true }).at(-1)?.name).toBe(
			'direct, variant 4'
		);
	});

	test('have the same keys with and without names, so that URLs stay valid and reveal no name', () => {
		const own = makeSignalChats(1, REJECTED, { accountID: 'other' });
		const accounts = [makeAccount({ accountID: 'other', user: { id: '1', fullName: 'Ada' } })];
		const column = buildOnlyColumn(...BOTH, own);
		const keys = findVariants(column, { accounts }).map(({ key }) => key);
		expect(keys.at(-1)).toBe('direct-variant-4');
		expect(findVariants(column, { isNameless: true }).map(({ key }) => key)).toEqual(keys);
	});

	test('keep their keys, which are in saved addresses, though sizes have got other units', () => {
		const [large, small] = [104_857_600, 25_000_000].map((maxSize) =>
			makeCapabilities({ attachments: { 'm.image': makeAttachment({ maxSize }) } })
		);
		const column = buildOnlyColumn(
			makeSignalChats(2, large ?? null),
			makeSignalChats(1, small ?? null)
		);
		expect(findVariants(column)).toMatchObject([
			{ name: 'direct, Image: size: 100 MB', key: 'direct-image-size-100-mib' },
			{ name: 'direct, Image: size: 25 MB', key: 'direct-image-size-25-mb' }
		]);
	});

	test('are one with the chats that say the same in other words', () => {
		const loud = makeCapabilities({ edit: 'rejected', editMaxAge: 7 });
		expect(
			variants(makeSignalChats(1, REJECTED), makeSignalChats(1, loud), makeSignalChats(1, FULL))
		).toHaveLength(2);
	});

	test('keep chats that report nothing apart, as the last', () => {
		expect(variants(makeSignalChats(5, null), makeSignalChats(2, FULL))).toEqual([
			['reported', 2],
			['not reported', 5]
		]);
	});

	test('become columns, unless there is but one', () => {
		const column = buildOnlyColumn(makeSignalChats(3, FULL), makeSignalChats(2, REJECTED, GROUP));
		expect(splitColumn(column)).toMatchObject([
			{ key: 'signal:direct', name: 'Signal: direct', variantOf: 'signal', chats: 3, reported: 3 },
			{ key: 'signal:group', name: 'Signal: group', variantOf: 'signal', chats: 2, reported: 2 }
		]);
		const whole = buildOnlyColumn(makeSignalChats(3, FULL));
		expect(splitColumn(whole)).toEqual([whole]);
	});
});

describe('the filter of a variant', () => {
	test('asks no more than it takes', () => {
		const column = buildOnlyColumn(
			makeSignalChats(3, FULL),
			makeSignalChats(2, REJECTED, GROUP),
			makeSignalChats(1, null)
		);
		const filters = findVariants(column).map(({ filter }) => filter);
		expect(filters.map((filter) => filter?.capabilities)).toEqual([
			[{ path: 'edit', value: 'full' }],
			[],
			[{ path: 'edit', value: 'unreported' }]
		]);
		expect(filters[1]?.type).toBe('group');
	});

	test('asks for announcements as such where that takes no more words', () => {
		const column = buildOnlyColumn(
			makeSignalChats(2, FULL, GROUP),
			makeSignalChats(1, POLLS, ANNOUNCEMENT)
		);
		const announcement = findVariants(column).find(({ name }) => name === 'announcement');
		expect(announcement?.filter).toMatchObject({ flags: { 'read-only': 'yes' }, capabilities: [] });
	});

	test('selects exactly the variant’s chats among those of the column', () => {
		fc.assert(
			fc.property(anyChats, fc.constantFrom('network', 'account', 'type'), (chats, by) => {
				for (const column of buildColumns(clusterChats(chats, getNetwork), { by }).columns) {
					for (const { filter, clusters, chats: count } of findVariants(column)) {
						if (!filter) continue;
						const { view } = parseView(formatView({ ...ALL_CHATS, filter }));
						const found = chats.filter(createMatcher(view.filter, { getNetwork, now: 0 }));
						expect(found).toHaveLength(count);
						expect(new Set(found.map(({ capabilities }) => capabilities))).toEqual(
							new Set(clusters.map(({ capabilities }) => capabilities))
						);
					}
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('every chat of a column is in one variant, and every variant has a name and key of its own', () => {
		fc.assert(
			fc.property(anyChats, (chats) => {
				for (const column of buildColumns(clusterChats(chats, getNetwork), { by: 'network' })
					.columns) {
					const found = findVariants(column);
					expect(found.reduce((sum, variant) => sum + variant.chats, 0)).toBe(column.chats);
					expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
					expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('names and order do not depend on the order in which chats come', () => {
		fc.assert(
			fc.property(anyChats, (chats) => {
				const [forth, back] = [chats, chats.toReversed()].map((some) =>
					buildColumns(clusterChats(some, getNetwork), { by: 'variant' }).columns.map(
						({ name }) => name
					)
				);
				expect(back).toEqual(forth);
			}),
			{ numRuns: 30 }
		);
	});
});
