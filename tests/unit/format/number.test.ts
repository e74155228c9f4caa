import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration } from '$lib/format/duration';
import { formatAddressSize } from '$lib/format/bytes';
import { formatNumber } from '$lib/format/number';

test.for([
	[900, '15 min'],
	[120, '2 min'],
	[3_600, '1 h'],
	[5_400, '90 min'],
	[86_400, '24 h'],
	[129_600, '36 h'],
	[172_800, '2 days'],
	[7_776_000, '90 days'],
	[31_536_000, '365 days'],
	[30, '30 s'],
	[90, '1 min 30 s'],
	[90_061, '1 day 1 h 1 min 1 s'],
	[360_000, '4 days 4 h'],
	[0, '0 s'],
	[-5, '-5 s'],
	[0.5, '0.5 s'],
	[1e21, '1,000,000,000,000,000,000,000 s']
] as const)('%d seconds are "%s"', ([seconds, words]) => {
	expect(formatDuration(seconds)).toBe(words);
});

test.for([
	[104_857_600, '100 MiB'],
	[25_000_000, '25 MB'],
	[2_097_152_000, '2,000 MiB'],
	[2_147_483_648, '2 GiB'],
	[1_000_000_000, '1 GB'],
	[16_000_000, '16 MB'],
	[8_388_608, '8 MiB'],
	[1_024, '1 KiB'],
	[1_000, '1 kB'],
	[1_234_567, '1,234,567 bytes'],
	[1, '1 byte'],
	[0, '0 bytes'],
	[-1_024, '-1,024 bytes'],
	[1.5, '1.5 bytes'],
	[1e300, `${formatNumber(1e300)} bytes`]
] as const)('%d bytes are "%s" in addresses', ([bytes, words]) => {
	expect(formatAddressSize(bytes)).toBe(words);
});

test('different amounts never look the same', () => {
	const amount = fc.oneof(
		fc.nat(),
		fc.nat(500).map((n) => n * 1_024),
		fc.nat(500).map((n) => n * 3_600)
	);
	fc.assert(
		fc.property(amount, amount, (one, other) => {
			expect(formatDuration(one) === formatDuration(other)).toBe(one === other);
			expect(formatAddressSize(one) === formatAddressSize(other)).toBe(one === other);
		})
	);
});
