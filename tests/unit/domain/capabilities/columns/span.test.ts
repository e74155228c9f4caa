import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import type { Capabilities } from '$lib/domain/capabilities/model';
import {
	clusterChats,
	countCapabilities,
	collectSets
} from '$lib/domain/capabilities/columns/clusters';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { readSpan } from '$lib/domain/capabilities/columns/span';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { toUrlValue } from '$lib/domain/capabilities/url-value';
import { readValue } from '$lib/domain/capabilities/value';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { makeChat } from '../../../../fixtures/chats';

function makeEqualChats(count: number, capabilities?: Capabilities): Chat[] {
	return Array.from({ length: count }, () => makeChat({ ...(capabilities && { capabilities }) }));
}

function makeCapabilityColumn(...chats: readonly Chat[]): CapabilityColumn {
	return {
		key: 'a',
		name: 'A',
		origin: 'chats',
		...countCapabilities(clusterChats(chats, createNetworkIndex([])))
	};
}

const direct = makeCapabilities({ edit: 'full' });
const group = makeCapabilities({ edit: 'rejected' });

test('a column holds each distinct capability object once, the most common first', () => {
	const column = makeCapabilityColumn(
		...makeEqualChats(3, group),
		...makeEqualChats(5, direct),
		...makeEqualChats(1)
	);
	expect(column).toMatchObject({ chats: 9, reported: 8 });
	expect([...column.sets]).toEqual([
		[direct, 5],
		[group, 3]
	]);
	expect(collectSets([column, makeCapabilityColumn(...makeEqualChats(1, group))]).size).toBe(2);
});

describe('cells', () => {
	test('chats that agree make a uniform cell, whatever else they differ in', () => {
		const column = makeCapabilityColumn(...makeEqualChats(1, direct), ...makeEqualChats(2, group));
		expect(readSpan(column, 'maxTextLength')).toEqual({
			parts: [{ value: { kind: 'limit', value: 65_536 }, urlValue: '65536', chats: 3 }],
			uniform: true
		});
	});

	test('chats that differ are counted, most common first, with the word that selects them', () => {
		const column = makeCapabilityColumn(...makeEqualChats(1, direct), ...makeEqualChats(2, group));
		expect(readSpan(column, 'edit')).toMatchObject({
			parts: [
				{ urlValue: 'rejected', chats: 2 },
				{ urlValue: 'full', chats: 1 }
			],
			uniform: false
		});
	});

	test('silent chats do not spoil what the others agree on', () => {
		const column = makeCapabilityColumn(...makeEqualChats(3), ...makeEqualChats(1, direct));
		expect(readSpan(column, 'edit')).toMatchObject({
			parts: [{ urlValue: 'full', chats: 1 }],
			uniform: true
		});
	});

	test('a column of silent chats says so', () => {
		const column = makeCapabilityColumn(...makeEqualChats(3));
		expect(readSpan(column, 'edit')).toEqual({
			parts: [{ value: { kind: 'unreported' }, urlValue: 'unreported', chats: 3 }],
			uniform: true
		});
	});

	test('each part counts exactly the chats that its word selects', () => {
		const set = fc.constantFrom<(Capabilities | undefined)[]>(
			direct,
			group,
			{},
			{ edit: 'full' },
			undefined
		);
		fc.assert(
			fc.property(
				fc.array(set, { minLength: 1 }),
				fc.constantFrom('edit', 'editMaxAge', 'poll'),
				(all, path) => {
					const chats = all.flatMap((capabilities) => makeEqualChats(1, capabilities));
					const { parts } = readSpan(makeCapabilityColumn(...chats), path);
					for (const part of parts) {
						const selected = all.filter(
							(one) => toUrlValue(readValue(one, path)) === part.urlValue
						);
						expect(part.chats).toBe(selected.length);
					}
				}
			)
		);
	});
});
