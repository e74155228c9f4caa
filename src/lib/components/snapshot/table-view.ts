import type { CapabilityView } from '$lib/domain/capabilities/capability-view';

/** How a snapshot's table is looked at. */
export type TableView = Pick<CapabilityView, 'q' | 'onlyDiffering' | 'baseline' | 'folded'>;
