import { expect, test } from 'vitest';
import { subjectWords } from '$lib/domain/mutations/describe-change';
import type { Write } from '$lib/domain/mutations/mutation';
import { toggle } from '../../../fixtures/writes';

const file = { kind: 'upload', chatID: 'a', fileName: 'cat.png', fileSize: 3_481_000 } as const;

test.for<[Write, string]>([
	[{ ...file, mimeType: 'image/png' }, 'cat.png, image/png, 3.48 MB'],
	[{ ...file, mimeType: '' }, 'cat.png, 3.48 MB'],
	[{ kind: 'start', accountID: 'a', user: { id: '1', fullName: '', email: 'a@b.c' } }, 'a@b.c'],
	[{ kind: 'create', accountID: 'a', participantIDs: ['1'], type: 'single' }, '1 person'],
	[toggle('mute', 'a'), '']
])('%j is about “%s”', ([write, words]) => {
	expect(subjectWords(write)).toBe(words);
});
