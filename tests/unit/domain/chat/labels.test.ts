import { describe, expect, test } from 'vitest';
import { getLabels, nameLabels } from '$lib/domain/chat/labels';
import { makeChat } from '../../../fixtures/chats';

const HOME = { id: '!home:beeper.com', name: 'Home' };
const HOME_2 = { id: '!home:beeper.org', name: 'Home' };
const NAMELESS = { id: '!noname:beeper.com' };

describe('the name of a label', () => {
	test.for([
		['is the one the server lists', [HOME], [], ['Home']],
		['may be told by a chat alone', [], [[HOME]], ['Home']],
		[
			'may be told by a chat where the list leaves it out',
			[NAMELESS],
			[[{ ...NAMELESS, name: 'X' }]],
			['X']
		],
		['may be told by another chat', [], [[NAMELESS], [{ ...NAMELESS, name: 'X' }]], ['X']],
		['is its ID where nobody tells one', [], [[NAMELESS]], [NAMELESS.id]],
		[
			'is its ID where there is nothing to see in it',
			[{ ...HOME, name: ' \u200b' }],
			[],
			[HOME.id]
		],
		['is told from another', [HOME, HOME_2], [[HOME_2]], ['Home (1)', 'Home (2)']],
		[
			'is distinguished from a label whose own name is that of the numbered one',
			[HOME, HOME_2, { id: 'h', name: 'Home (2)' }],
			[],
			['Home (1)', 'Home (2)', 'Home (2) (2)']
		],
		[
			'has the same number whether the list or a chat names it',
			[HOME_2, HOME],
			[],
			['Home (2)', 'Home (1)']
		],
		['may hold any signs', [{ id: 'w', name: 'Work | "A"' }], [], ['Work | "A"']]
	] as const)('%s', ([, listed, labels, names]) => {
		const chats = labels.map((each) => makeChat({ labels: each }));
		expect(nameLabels(listed, chats).map(({ name }) => name)).toEqual(names);
	});

	test('those the server lists come first, in its order, then the others by ID', () => {
		const chats = [makeChat({ labels: [{ id: 'z' }, HOME, { id: 'a' }] })];
		const ids = nameLabels([HOME_2, HOME], chats).map(({ id }) => id);
		expect(ids).toEqual([HOME_2.id, HOME.id, 'a', 'z']);
	});
});

test('a chat has each label once, a merged chat those of its members too', () => {
	expect(getLabels(makeChat())).toEqual([]);
	expect(getLabels(makeChat({ labels: [HOME, HOME] }))).toEqual([HOME]);
	const members = [makeChat({ labels: [HOME] }), makeChat({ labels: [HOME_2] }), makeChat()];
	expect(getLabels(makeChat({ labels: [HOME], members }))).toEqual([HOME, HOME_2]);
});
