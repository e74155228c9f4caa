import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { compareSnapshots, formatChanges } from '$lib/domain/capabilities/snapshot/changes';
import { makeExampleSnapshots } from '$lib/reference/example-snapshots';

test('the example shows what changed on Signal in July 2026', () => {
	const { before, after } = makeExampleSnapshots(createCapabilityReader());
	expect([before.taken, after.taken]).toEqual(['2026-07-01', '2026-08-01']);
	const lines = formatChanges(compareSnapshots(before, after));
	expect(lines).toContain('Signal polls Rejected → Full');
	expect(lines.every((line) => line.startsWith('Signal '))).toBe(true);
	expect(lines.length).toBeGreaterThan(3);
	expect(lines.length).toBeLessThan(10);
});
