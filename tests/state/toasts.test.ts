import { expect, test } from 'vitest';
import { Toasts } from '$lib/state/toasts.svelte';

const archived = { id: 1, tone: 'plain', text: 'Archived' } as const;
const muted = { id: 2, tone: 'plain', text: 'Muted' } as const;

test('shows what was told, oldest first, until it is dismissed', () => {
	const toasts = new Toasts();
	toasts.notify(archived);
	toasts.notify(muted);
	expect(toasts.shown).toEqual([archived, muted]);
	toasts.dismiss(1);
	expect(toasts.shown).toEqual([muted]);
});

test('a group’s toast replaces its earlier one', () => {
	const toasts = new Toasts();
	toasts.notify(archived);
	toasts.notify(muted);
	const undone = { ...archived, text: 'Undone' };
	toasts.notify(undone);
	expect(toasts.shown).toEqual([muted, undone]);
});
