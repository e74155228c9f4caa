import { expect, test } from 'vitest';
import { succession } from '$lib/domain/views/succession';
import { makeChat } from '../../../fixtures/chats';

const CHATS = new Map([...'abcdex'].map((id) => [id, makeChat({ id: id === 'x' ? 'b' : id })]));

function listOf(ids: string) {
	return [...ids].flatMap((id) => CHATS.get(id) ?? []);
}

// `x` is `b` after it has changed.
test.for<[string, string, string, number[], number[]]>([
	['nothing new', 'abc', 'abc', [0, 1, 2], [0, 1, 2]],
	['one has changed', 'abc', 'axc', [0, -1, 2], [0, -1, 2]],
	['one has come', 'abc', 'abdc', [0, 1, -1, 2], [0, 1, 3]],
	['one has gone', 'abc', 'ac', [0, 2], [0, -1, 1]],
	['more at the end', 'ab', 'abcd', [0, 1, -1, -1], [0, 1]],
	['from nothing', '', 'ab', [-1, -1], []],
	['to nothing', 'ab', '', [], [-1, -1]],
	['one that is there twice', 'ab', 'aab', [0, -1, 1], [0, 2]]
])('%s', ([, earlier, later, from, to]) => {
	const found = succession(listOf(earlier), listOf(later));
	expect([...found.from]).toEqual(from);
	expect([...found.to]).toEqual(to);
});
