import { describe, expect, test } from 'vitest';
import { loseAnswer, refusal } from '../fixtures/sample-actions';
import { COUNT, makeBulk } from '../fixtures/sample-bulk';

describe('a bulk', () => {
	test('shows all chats as they will be at once, and those it did not come to as they are', async () => {
		const { bulk, plan, muted, before, control, sent, atServer } = await makeBulk();
		const shown: number[] = [];
		control.mishap = (_request, send) => {
			if (sent.length === 1) shown.push(muted().length);
			if (sent.length === 8) {
				bulk.stop();
				shown.push(muted().length);
			}
			return send();
		};
		await bulk.run(plan);
		expect(shown[0]).toBe(COUNT);
		expect(shown[1]).toBeLessThan(COUNT);
		expect(muted()).toHaveLength(before.length + bulk.done.length);
		for (const id of muted()) expect((await atServer(id)).isMuted).toBe(true);
	});

	test('says how long the rest will take, once it can', async () => {
		const { bulk, plan, control, clock } = await makeBulk();
		const estimates: (number | undefined)[] = [];
		control.mishap = async (_request, send) => {
			estimates.push(bulk.estimateSeconds(clock.now));
			control.pass(500);
			return send();
		};
		await bulk.run(plan);
		expect(estimates.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
		const last = estimates.at(-1) ?? Infinity;
		expect(last).toBeGreaterThan(0);
		expect(last).toBeLessThan(5);
	});

	test('changes every chat of the plan, at most four at once', async () => {
		let most = 0;
		let now = 0;
		const { bulk, plan, muted, sent } = await makeBulk({
			mishap: async (_request, send) => {
				most = Math.max(most, ++now);
				const response = await send();
				now--;
				return response;
			}
		});
		const running = bulk.run(plan);
		expect([bulk.status, bulk.total]).toEqual(['running', plan.mutations.length]);
		await running;
		expect([bulk.status, bulk.finished, most]).toEqual(['ended', plan.mutations.length, 4]);
		expect([bulk.done.length, bulk.failed, bulk.untried]).toEqual([plan.mutations.length, [], []]);
		expect(muted()).toHaveLength(COUNT);
		expect(sent).toHaveLength(plan.mutations.length);
	});

	test('continues after failures, distinguishes them, and retries only the failed ones', async () => {
		const bad = new Set<string>();
		const { bulk, plan, sent, control, muted } = await makeBulk();
		plan.mutations
			.slice(3, 8)
			.forEach((mutation) => 'chatID' in mutation && bad.add(mutation.chatID ?? ''));
		control.mishap = async (request, send) =>
			bad.has(decodeURIComponent(new URL(request.url).pathname.slice('/v1/chats/'.length)))
				? refusal(409)(request, send)
				: send();
		await bulk.run(plan);
		expect(bulk.failed.map(({ mutation }) => mutation)).toEqual(plan.mutations.slice(3, 8));
		expect(bulk.failed[0]?.result).toMatchObject({ error: { failure: 'conflict' } });

		control.mishap = (_request, send) => send();
		sent.length = 0;
		await bulk.retry();
		expect(sent).toHaveLength(5);
		expect([bulk.failed, bulk.done.length]).toEqual([[], plan.mutations.length]);
		expect(muted()).toHaveLength(COUNT);
	});

	test('stops: pending mutations end, the rest does not start', async () => {
		const { bulk, plan, sent, control } = await makeBulk();
		control.mishap = (_request, send) => {
			if (sent.length === 6) bulk.stop();
			return send();
		};
		await bulk.run(plan);
		expect(bulk.status).toBe('ended');
		expect(sent.length).toBeLessThan(10);
		expect(bulk.finished).toBe(sent.length);
		expect(bulk.untried).toHaveLength(plan.mutations.length - sent.length);
	});

	test.for([
		['a refused token', refusal(401)],
		['a token that may not write', refusal(403)],
		['being asked to slow down', refusal(429)],
		['a server that has gone', loseAnswer]
	] as const)('does not go on for hundreds of chats after %s', async ([, mishap]) => {
		const { bulk, plan, sent } = await makeBulk({ mishap });
		await bulk.run(plan);
		expect(sent.length).toBeLessThanOrEqual(4);
		expect(bulk.untried).toHaveLength(plan.mutations.length - sent.length);
	});

	test('does not begin a second one meanwhile', async () => {
		const { bulk, plan, sent } = await makeBulk();
		await Promise.all([bulk.run(plan), bulk.run(plan), bulk.retry(), bulk.undo()]);
		expect(sent).toHaveLength(plan.mutations.length);
	});

	test('ends at once when Read-only is turned on', async () => {
		let blockedReason: string | null = null;
		const { bulk, plan, sent, control } = await makeBulk({ blockedReason: () => blockedReason });
		control.mishap = (_request, send) => {
			if (sent.length === 5) blockedReason = 'Read-only is on';
			return send();
		};
		await bulk.run(plan);
		expect(sent.length).toBeLessThan(10);
		expect(bulk.failed[0]?.result).toEqual({ kind: 'refused', reason: 'Read-only is on' });
	});
});
