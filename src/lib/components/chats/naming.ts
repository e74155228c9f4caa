import { Later } from '../ui/later.svelte';

/** Only asked for where a filter names a capability; its path stands for it until it is here. */
export const capabilityNames = new Later(() => import('./capability-names'));
