import { invalidate } from '$app/navigation';
import { Tabs } from '$lib/state/connection.svelte';
import { connection } from './app';
import { firstPage } from './first-page';

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
	// Before the first page Kit has none to load again, and would give up the one it is loading.
	onlogin: () => void firstPage.then(() => invalidate('dashboard:connection'))
});
