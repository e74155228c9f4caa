import { flushSync } from 'svelte';
import { connection, device } from '$lib/app/app';
import { VISITS_NAME } from '$lib/domain/overview/last-visit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLastVisit } from '../../../../src/routes/(app)/overview/last-visit.svelte';

const MINUTE = 60_000;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 27) });
	connection.open({ kind: 'live', address: 'http://localhost:23373', token: 'token' }, false);
});

afterEach(() => {
	vi.useRealTimers();
	localStorage.clear();
});

/** Opens the overview at a number of unread chats, and leaves it. */
function visit(count: number) {
	let seen: unknown;
	const leave = $effect.root(() => {
		const getLastVisit = useLastVisit(() => [{ key: 'unread', label: 'Unread', count }]);
		seen = getLastVisit();
	});
	flushSync();
	leave();
	return seen;
}

test('the numbers of the visit before are known at once, and stay for the whole visit', () => {
	expect(visit(5)).toEqual({});
	vi.setSystemTime(Date.now() + 31 * MINUTE);
	expect(visit(7)).toEqual({ unread: 5 });
	vi.setSystemTime(Date.now() + MINUTE);
	expect(visit(9)).toEqual({ unread: 5 });
	vi.setSystemTime(Date.now() + 31 * MINUTE);
	expect(visit(9)).toEqual({ unread: 9 });
});

test('signing out on the page keeps no numbers', () => {
	const leave = $effect.root(() => {
		useLastVisit(() => [{ key: 'unread', label: 'Unread', count: 5 }]);
	});
	flushSync();
	expect(device.read(VISITS_NAME)).not.toBeNull();
	connection.signOut();
	device.remove(VISITS_NAME);
	flushSync();
	expect(device.read(VISITS_NAME)).toBeNull();
	leave();
});
