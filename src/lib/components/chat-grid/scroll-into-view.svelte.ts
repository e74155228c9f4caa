import { untrack } from 'svelte';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { isFocusFree } from '../ui/focus';
import type { GridNavigation } from './grid-navigation.svelte';

interface KeepInViewOptions {
	scroller: () => HTMLElement | undefined;
	navigation: GridNavigation;
	chats: () => readonly Chat[];
	/** The rendered rows; a dependency, so that the effects run at each change of them. */
	rendered: () => unknown;
	/** Changes with the visible height of the list. */
	room: () => unknown;
	/** Changes with the height of a line, and the number of chats in it. */
	lines: () => unknown;
	/** See `CursorInput`. */
	returning: () => ReadonlySet<ChatID>;
}

/**
 * Keeps the focus and the visible part at the cursor, although rows are created and removed. Call
 * it while a component is created, after everything else that scrolls the list.
 *
 * @returns the scroll handler: a row that the user scrolls out of view stays there
 */
export function keepInView({
	scroller,
	navigation,
	chats,
	rendered,
	room,
	lines,
	returning
}: KeepInViewOptions) {
	let hadFocus = false;
	/** True while the cursor stays where an undo has moved it. */
	let isBack = false;
	let wasInSight = true;
	let before: ReturnType<typeof read> = {
		goal: untrack(() => navigation.goal),
		id: undefined,
		room: undefined,
		lines: undefined,
		chats: []
	};

	function read() {
		const { goal, id } = navigation;
		return { goal, id, room: room(), lines: lines(), chats: chats() };
	}

	function look() {
		wasInSight = navigation.isInSight();
	}

	function settle(now: typeof before) {
		const isAsked = now.goal !== before.goal;
		const isMoved = now.id !== before.id && !isAsked;
		const isReturned = isMoved && now.id !== undefined && returning().has(now.id);
		const isShown = isAsked && now.goal.isShown;
		const isLost = hadFocus && !navigation.row?.contains(document.activeElement);
		const isReflowed = now.lines !== before.lines;
		const isOther = isAsked || isMoved || isReflowed;
		const isSame = !isOther && now.room === before.room && now.chats === before.chats;
		if (isAsked || isMoved) isBack = isReturned;
		before = now;
		hadFocus = false;
		if (now.id === undefined && !isLost) return;
		if (isShown || ((isLost || isReturned) && (isFocusFree() || isOnRow()))) navigation.focus();
		// A message moves the chat at the cursor to the top, and chats that come in push it down.
		const isPushed = !isSame && (isByKey() || isBack);
		if (isShown || isReturned || (wasInSight && (isMoved || isReflowed || isPushed)))
			navigation.bringIntoSight();
		if (!isSame) look();
	}

	/** Rows scroll into view only for keyboard users: nothing should move under the mouse pointer. */
	function isByKey(): boolean {
		return navigation.row?.matches(':focus-visible') ?? false;
	}

	function isOnRow(): boolean {
		const row = document.activeElement?.closest('[aria-rowindex]');
		return (
			row?.getAttribute('aria-rowindex') !== '1' && (scroller()?.contains(row ?? null) ?? false)
		);
	}

	$effect.pre(() => {
		rendered();
		// Rows may change several times before the page renders the first change.
		hadFocus ||= isOnRow();
	});

	$effect(() => {
		const now = read();
		rendered();
		untrack(() => settle(now));
	});

	return look;
}
