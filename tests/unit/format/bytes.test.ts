import { expect, test } from 'vitest';
import { formatFileSize } from '$lib/format/bytes';

test.for([
	[1, '1 byte'],
	[999, '999 bytes'],
	[3_482_113, '3.48 MB'],
	[1_000, '1 kB'],
	[2e9, '2 GB']
] as const)('%d bytes are about %s', ([bytes, words]) => {
	expect(formatFileSize(bytes)).toBe(words);
});
