import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes, formatFileSize } from '$lib/format/bytes';

test.for([
	[1, '1 byte'],
	[999, '999 bytes'],
	[3_482_113, '3.48 MB'],
	[1_000, '1 kB'],
	[2e9, '2 GB']
] as const)('%d bytes are about %s', ([bytes, words]) => {
	expect(formatFileSize(bytes)).toBe(words);
});

test.for([
	[10_485_760, '10 MB'],
	[10_000_000, '10 MB'],
	[25_000_000, '25 MB'],
	[26_214_400, '25 MB'],
	[104_857_600, '100 MB'],
	[1_000_000_000, '1 GB'],
	[1_073_741_824, '1 GB'],
	[2_097_152_000, '2,000 MB'],
	[2_147_483_648, '2 GB'],
	[4_294_967_295, '4 GB'],
	[1_610_612_736, '1.5 GB'],
	[2_500_000, '2.5 MB'],
	[524_288, '512 kB'],
	[500_000, '500 kB'],
	[65_536, '64 kB'],
	[1_024, '1 kB'],
	[1_000, '1 kB'],
	[999, '999 bytes'],
	[1, '1 byte'],
	[0, '0 bytes'],
	[3_482_113, '3.48 MB'],
	[99_999_999, '100 MB'],
	[-1_024, '-1,024 bytes'],
	[1.5, '1.5 bytes']
] as const)('a limit of %d bytes is %s', ([bytes, words]) => {
	expect(formatBytes(bytes)).toBe(words);
});

test('a limit is at most a few percent off, by powers of ten or of two, in a unit people know', () => {
	const units = new Map([
		['kB', [1e3, 2 ** 10]],
		['MB', [1e6, 2 ** 20]],
		['GB', [1e9, 2 ** 30]]
	]);
	fc.assert(
		fc.property(fc.integer({ min: 1_000, max: 2 ** 43 }), (bytes) => {
			const [count = '', unit = ''] = formatBytes(bytes).split(' ');
			const sizes = (units.get(unit) ?? []).map((size) => Number(count.replaceAll(',', '')) * size);
			const off = Math.min(...sizes.map((size) => Math.abs(size - bytes) / bytes));
			expect(off).toBeLessThan(0.005);
		})
	);
});
