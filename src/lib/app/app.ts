import { Clock } from '$lib/app/clock.svelte';
import { NewVersion } from '$lib/app/new-version.svelte';
import { Notifications } from '$lib/app/notifications.svelte';
import { Connection } from '$lib/state/connection.svelte';
import { createTextStore } from '$lib/state/persisted.svelte';
import {
	ColumnPreferences,
	createKeepChats,
	createReadOnly,
	createUnreadInTitle,
	createShowRequests,
	Privacy,
	SavedViews,
	Theme
} from '$lib/state/preferences.svelte';

export const device = createTextStore(() => localStorage);
export const tab = createTextStore(() => sessionStorage);

/** Singletons of the tab rather than context, because load functions need the connection too. */
export const connection = new Connection({ tab, device });
export const theme = new Theme(device);
export const clock = new Clock();
/** Ticks every second, for texts that show seconds. */
export const secondsClock = new Clock(1_000);
export const readOnly = createReadOnly(device);
export const keepChats = createKeepChats(device);
export const unreadInTitle = createUnreadInTitle(device);
export const showRequests = createShowRequests(device);
export const columns = new ColumnPreferences(device);
export const privacy = new Privacy(device);
export const savedViews = new SavedViews(device);
export const newVersion = new NewVersion();
export const notifications = new Notifications();
