import { expect, test } from 'vitest';
import { fragmentOf } from '../../../src/routes/fragment';

test.for([
	['', ''],
	['#edit', 'edit'],
	['#attachments.m.image.mimeTypes.image%2Fjpeg', 'attachments.m.image.mimeTypes.image/jpeg'],
	['#100%', '100%']
])('%s reads as “%s”', ([hash, text]) => {
	expect(fragmentOf(new URL(`http://localhost/capabilities${hash}`))).toBe(text);
});
