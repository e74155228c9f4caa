import { invalidate } from '$app/navigation';
import { Tabs } from '$lib/state/connection.svelte';
import { connection } from './app';

/** Milliseconds for which a tab that was left still counts as in use. */
const RECENT = 60_000;

let hiddenAt = -Infinity;
document.addEventListener('visibilitychange', () => {
	if (document.hidden) hiddenAt = Date.now();
});

/** The other tabs of this origin. */
export const tabs = new Tabs({
	channel: new BroadcastChannel('beeper-dashboard'),
	connection,
	isRecent: () => !document.hidden || Date.now() - hiddenAt < RECENT,
	wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
	onlogin: () => void invalidate('dashboard:connection')
});
