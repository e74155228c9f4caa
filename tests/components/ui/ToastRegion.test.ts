import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dock } from '$lib/components/ui/docks.svelte';
import ToastRegion from '$lib/components/ui/ToastRegion.svelte';
import { SHOWN_FOR, type ToastMessage } from '$lib/components/ui/toast';

const now = Date.parse('2026-03-10T12:00Z');

let observers: SizeObserver[];

/** Tell of another size of an element, as the browser does. */
function resize(element: Element) {
	for (const { report, observed } of observers) if (observed.has(element)) report();
}

class SizeObserver implements ResizeObserver {
	readonly report: () => void;
	readonly observed = new Set<Element>();

	constructor(report: () => void) {
		this.report = report;
		observers.push(this);
	}

	observe(element: Element) {
		this.observed.add(element);
	}

	unobserve() {}
	disconnect() {}
}

beforeEach(() => {
	observers = [];
	vi.useFakeTimers({ now });
	vi.stubGlobal('ResizeObserver', SizeObserver);
});

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

function open(...toasts: ToastMessage[]) {
	const calls = { onundo: vi.fn(), ondismiss: vi.fn(), onleave: vi.fn() };
	const { rerender } = render(ToastRegion, { toasts, ...calls });
	const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
	return { ...calls, rerender, user };
}

function region() {
	return screen.getByRole('region', { name: 'Notifications' });
}

function plain(id: number, overrides: Partial<ToastMessage> = {}): ToastMessage {
	return { id, tone: 'plain', text: `Message ${id}`, ...overrides };
}

test('waits its turn with a screen reader, and reads out only what is new', () => {
	open(plain(1));
	expect(region().getAttribute('aria-live')).toBe('polite');
	expect(region().getAttribute('aria-atomic')).toBe('false');
});

test('is there before the first message, so that this is read out too', async () => {
	const { rerender } = open();
	const empty = region();
	await rerender({ toasts: [plain(1)] });
	expect(region()).toBe(empty);
	expect(within(empty).getByText('Message 1')).toBeTruthy();
});

test('shows the newest three', () => {
	open(plain(1), plain(2), plain(3), plain(4));
	const shown = within(region()).getAllByRole('listitem');
	expect(shown.map((item) => item.textContent.trim())).toEqual([
		'Message 2',
		'Message 3',
		'Message 4'
	]);
});

test('is undone once by a double click', async () => {
	const { user, onundo } = open(plain(7, { undoUntil: now + 30_000 }));
	await user.dblClick(screen.getByRole('button', { name: 'Undo' }));
	expect(onundo.mock.calls).toEqual([[7]]);
});

test('counts the seconds for those who look, not for those who listen', async () => {
	open(plain(7, { undoUntil: now + 30_000 }));
	expect(screen.getByText('30 s').getAttribute('aria-hidden')).toBe('true');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(screen.getByText('20 s')).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('goes when it can no longer be undone', async () => {
	const { ondismiss } = open(plain(7, { undoUntil: now + 30_000 }));
	await vi.advanceTimersByTimeAsync(29_000);
	expect(ondismiss).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1_500);
	expect(ondismiss).toHaveBeenCalledWith(7);
	expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('goes by itself after a while, but not while it has the focus', async () => {
	const { ondismiss } = open(plain(7));
	const dismiss = screen.getByRole('button', { name: 'Dismiss' });
	dismiss.focus();
	await vi.advanceTimersByTimeAsync(SHOWN_FOR * 2);
	expect(ondismiss).not.toHaveBeenCalled();
	dismiss.blur();
	await vi.advanceTimersByTimeAsync(500);
	expect(ondismiss).toHaveBeenCalledWith(7);
});

test('what certainly had no effect is tried again once, and told no longer', async () => {
	const retry = vi.fn();
	const { user, ondismiss } = open(plain(7, { tone: 'bad', retry }));
	await user.dblClick(screen.getByRole('button', { name: 'Try again' }));
	expect([retry.mock.calls.length, ondismiss.mock.calls]).toEqual([1, [[7]]]);
});

test('an error stays, with its reason, until it is dismissed', async () => {
	const { user, ondismiss } = open(plain(7, { tone: 'bad', detail: 'It is pinned.' }));
	await vi.advanceTimersByTimeAsync(SHOWN_FOR * 10);
	expect(ondismiss).not.toHaveBeenCalled();
	expect(screen.getByText('It is pinned.')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Dismiss' }));
	expect(ondismiss.mock.calls).toEqual([[7]]);
});

test('tells that a toast with the focus has gone, not that one without it has', async () => {
	const { rerender, onleave } = open(plain(1), plain(2));
	await rerender({ toasts: [plain(2)] });
	expect(onleave).not.toHaveBeenCalled();
	screen.getByRole('button', { name: 'Dismiss' }).focus();
	await rerender({ toasts: [] });
	expect(onleave).toHaveBeenCalledOnce();
});

/** An element at the lower end of the page, which is 900 pixels high. */
function addDocked(box: DOMRect) {
	const docked = document.createElement('div');
	vi.spyOn(docked, 'getBoundingClientRect').mockReturnValue(box);
	document.body.prepend(docked);
	const undock = dock(docked);
	function leave() {
		undock?.();
		docked.remove();
	}
	return { docked, leave };
}

test('keeps clear of what is docked below it, as high as that is, and of nothing beside it', async () => {
	const { rerender } = open(plain(1));
	const frame = region().parentElement ?? document.body;
	vi.spyOn(frame, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 50, 1440, 850));
	vi.spyOn(region(), 'getBoundingClientRect').mockReturnValue(new DOMRect(600, 842, 240, 42));
	const usual = region().style.bottom;
	for (const [left, height, bottom] of [
		[500, 66, '74px'],
		[500, 210, '218px'],
		[1000, 210, usual]
	] as const) {
		const { docked, leave } = addDocked(new DOMRect(left, 900 - height, 400, height));
		await tick();
		resize(docked);
		await rerender({ toasts: [plain(1)] });
		expect(region().style.bottom).toBe(bottom);
		leave();
	}
});

/** A field that has the focus, in the middle of the region or outside. */
function focusField(place: { x: number; y: number }) {
	const field = document.createElement('input');
	document.body.append(field);
	field.focus();
	vi.spyOn(field, 'getBoundingClientRect').mockReturnValue(new DOMRect(place.x, place.y, 10, 10));
	vi.spyOn(region(), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 100));
	return field;
}

test.for([
	['over the field in use moves to the other end', { x: 50, y: 50 }, true],
	['beside the field in use stays', { x: 200, y: 50 }, false]
] as const)('a toast that comes %s', async ([, place, moves]) => {
	const { rerender } = open();
	const field = focusField(place);
	const before = region().className;
	await rerender({ toasts: [plain(1)] });
	resize(region());
	await tick();
	expect(region().className !== before).toBe(moves);
	expect(document.activeElement).toBe(field);
	field.remove();
});
