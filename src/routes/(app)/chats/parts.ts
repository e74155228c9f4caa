import { otherForms } from '$lib/components/chats/forms';
import { capabilityNames } from '$lib/components/chats/naming';
import { Later } from '$lib/components/ui/later.svelte';
import type { ColumnChoice } from '$lib/domain/chat-list/columns';
import type { ParsedView } from '$lib/domain/chat-list/view-url';
import { FLAGS, type ChatFilter, type ChatView } from '$lib/domain/chat-list/view';

export const filterSummary = new Later(() => import('$lib/components/chats/FilterSummary.svelte'));
/** The first rows may stand in groups only if it is here. */
export const grouping = new Later(() => import('$lib/domain/views/group'));
export const notices = new Later(() => import('./Notices.svelte'));

/** Pixels of a window in which the chats stand in rows of two lines, or nearly so. */
const NARROW = 640;

/**
 * What is shown of a view and not everywhere.
 *
 * @param width - of the window, in pixels
 */
function partsFor(
	{ filter, group, layout }: ChatView,
	{ shown }: ColumnChoice,
	width: number
): readonly Later<unknown>[] {
	const wanted: Later<unknown>[] = [];
	if (filter.capabilities.length > 0) wanted.push(capabilityNames);
	if (!isSaidInOneLine(filter)) wanted.push(filterSummary);
	if (group !== undefined) wanted.push(grouping);
	const isPlain = layout === 'table' && group === undefined && width >= NARROW;
	if (!isPlain || shown.draft || shown.reminder) wanted.push(otherForms);
	return wanted;
}

/** Fetch all that a view needs before it is shown: nothing may move later. */
export async function fetchFor(
	{ view, problems }: ParsedView,
	...here: [choice: ColumnChoice, width: number]
): Promise<void> {
	const wanted = partsFor(view, ...here);
	await Promise.all(
		[...wanted, ...(problems.length > 0 ? [notices] : [])].map((part) => part.ask())
	);
}

/** Whether a view can be shown as it is to stay, without anything that has still to come. */
export function areHere(...asked: Parameters<typeof partsFor>): boolean {
	return partsFor(...asked).every((part) => part.here);
}

/** Whether what says of the filter surely has room in one line, which is kept for it. */
function isSaidInOneLine({
	flags,
	networks,
	accountIDs,
	labelIDs,
	capabilities,
	...rest
}: ChatFilter) {
	const { type, q, activeAfter, activeBefore } = rest;
	const isLong =
		networks.length + accountIDs.length + labelIDs.length + capabilities.length > 0 ||
		Boolean(type ?? activeAfter ?? activeBefore ?? q.trim());
	return !isLong && FLAGS.filter((flag) => flags[flag]).length <= 2;
}
