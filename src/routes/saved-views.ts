import { SavedViews } from '$lib/state/saved-views.svelte';
import { device } from './dashboard';

/** Those of this tab; apart from all else it has one of, as the first rows do without. */
export const savedViews = new SavedViews(device);
