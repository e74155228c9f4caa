import { expect, test } from 'vitest';
import { describeSubject } from '$lib/domain/mutations/describe-change';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { toggle } from '../../../fixtures/writes';

const file = { kind: 'upload', chatID: 'a', fileName: 'cat.png', fileSize: 3_481_000 } as const;

test.for<[Mutation, string]>([
	[{ ...file, mimeType: 'image/png' }, 'cat.png, image/png, 3.48 MB'],
	[{ ...file, mimeType: '' }, 'cat.png, 3.48 MB'],
	[{ kind: 'start', accountID: 'a', user: { id: '1', fullName: '', email: 'a@b.c' } }, 'a@b.c'],
	[{ kind: 'create', accountID: 'a', participantIDs: ['1'], type: 'single' }, '1 person'],
	[toggle('mute', 'a'), '']
])('%j is about “%s”', ([mutation, words]) => {
	expect(describeSubject(mutation)).toBe(words);
});
