import { expect, test } from 'vitest';
import { toSentences } from '$lib/format/sentence';

test.each([
	[[], ''],
	[['formatting lost: bold'], 'Formatting lost: bold.'],
	[
		['126 MB, Discord allows 10 MB', 'caption is dropped'],
		'126 MB, Discord allows 10 MB. Caption is dropped.'
	],
	[['iMessage refuses captions'], 'iMessage refuses captions.']
])('phrases %j become sentences, and names stay as they are', (phrases, sentences) => {
	expect(toSentences(phrases)).toBe(sentences);
});
