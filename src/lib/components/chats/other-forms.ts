export { default as ChatCard } from './ChatCard.svelte';
export { default as CompactRow } from './CompactRow.svelte';
export { default as DraftCell } from './DraftCell.svelte';
export { default as GroupHead } from './GroupHead.svelte';
export { default as ReminderCell } from './ReminderCell.svelte';
