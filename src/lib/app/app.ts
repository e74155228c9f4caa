import { Clock } from '$lib/state/clock.svelte';
import { Columns } from '$lib/state/columns.svelte';
import { Connection } from '$lib/state/connection.svelte';
import { KeepChats } from '$lib/state/keep-chats.svelte';
import { Privacy } from '$lib/state/privacy.svelte';
import { ReadOnly } from '$lib/state/read-only.svelte';
import { SavedViews } from '$lib/state/saved-views.svelte';
import { createTextStore } from '$lib/state/persisted.svelte';
import { Theme } from '$lib/state/preferences.svelte';

export const device = createTextStore(() => localStorage);
export const tab = createTextStore(() => sessionStorage);

/** One of each per tab: load functions, which have no context, need the connection too. */
export const connection = new Connection({ tab, device });
export const theme = new Theme(device);
export const clock = new Clock();
/** For what is told to the second. */
export const seconds = new Clock(1_000);
export const readOnly = new ReadOnly(device);
export const keepChats = new KeepChats(device);
export const columns = new Columns(device);
export const privacy = new Privacy(device);
export const savedViews = new SavedViews(device);
