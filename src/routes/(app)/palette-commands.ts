import type { RunnableCommand } from '$lib/app/command-registry.svelte';
import { clearFilter, hasFilter, setFilter, setFlag } from '$lib/domain/chat-list/change-view';
import type { IndexedChat } from '$lib/domain/chat-list/chat-index';
import { describeDueSpan, describeFlag, describeTurn } from '$lib/domain/chat-list/describe-view';
import { parseFilterText } from '$lib/domain/chat-list/filter-text/parse-filter-text';
import { findChatsByName } from '$lib/domain/chat-list/find-chats';
import { DUE_SPANS, FLAGS, type ChatView, type FilterNames } from '$lib/domain/chat-list/view';
import { formatView } from '$lib/domain/chat-list/view-url';
import { getTitle, type Chat } from '$lib/domain/chat/chat';
import type { NetworkIndex } from '$lib/domain/chat/network';
import { TURNS } from '$lib/domain/chat/waiting';
import { formatShortcut } from '$lib/domain/keys';
import { capitalize } from '$lib/format/sentence';
import type { Mutations } from '$lib/state/mutations.svelte';

/** Chats that are listed for one text, at most. */
const MOST_CHATS = 8;

/** The palette's commands that add a filter to a view. */
export function createFilterCommands(
	view: ChatView,
	{ networks, labels }: FilterNames,
	show: (view: ChatView) => void
): RunnableCommand[] {
	const current = formatView(view).toString();

	function filter(id: string, name: string, next: ChatView, more: Partial<RunnableCommand> = {}) {
		return {
			id: `filter-${id}`,
			name: capitalize(name),
			section: 'Filters',
			...more,
			...(formatView(next).toString() === current && { disabledReason: 'Already on' }),
			run: () => show(next)
		};
	}

	return [
		...FLAGS.flatMap((flag) =>
			(['yes', 'no'] as const).map((answer) =>
				filter(`${flag}-${answer}`, describeFlag(flag, answer), setFlag(view, flag, answer), {
					iconName: flag
				})
			)
		),
		filter('direct', 'direct chats', setFilter(view, { type: 'single' }), { iconName: 'single' }),
		filter('groups', 'groups', setFilter(view, { type: 'group' }), { iconName: 'group' }),
		...TURNS.map((turn) =>
			filter(`waiting-${turn}`, describeTurn(turn), setFilter(view, { waiting: turn }), {
				iconName: 'clock'
			})
		),
		...DUE_SPANS.map((due) =>
			filter(`due-${due}`, describeDueSpan(due), setFilter(view, { due }), { iconName: 'reminder' })
		),
		...networks.map((network) =>
			filter(`network ${network.key}`, network.name, setFilter(view, { networks: [network.key] }), {
				networkKey: network.key
			})
		),
		...labels.map(({ id, name }) =>
			filter(`label ${id}`, name, setFilter(view, { labelIDs: [id] }), { hint: 'Label' })
		),
		...(hasFilter(view)
			? [filter('clear', 'clear filters', clearFilter(view), { iconName: 'close' })]
			: [])
	];
}

/** The palette's command that undoes the latest change. */
export function createUndoCommand(
	mutations: Pick<Mutations, 'canUndoLatest' | 'undoLatest'>
): RunnableCommand {
	return {
		...{ id: 'undo', name: 'Undo', keys: formatShortcut('undo') },
		...(!mutations.canUndoLatest() && { disabledReason: 'No recent change to undo' }),
		run: () => mutations.undoLatest()
	};
}

/** The palette's commands that open the chats of a name. */
export function createChatLinks(
	text: string,
	chats: readonly IndexedChat[],
	getNetwork: NetworkIndex,
	open: (chat: Chat) => void
): RunnableCommand[] {
	return findChatsByName(chats, text, MOST_CHATS).map(({ chat, person }) => ({
		id: `open ${chat.id}`,
		name: getTitle(chat),
		hint: person === undefined ? getNetwork(chat).name : `with ${person}`,
		also: text,
		section: 'Chats',
		networkKey: getNetwork(chat).key,
		run: () => open(chat)
	}));
}

/** The palette's command that shows the view of a filter line; none if the text has only words to search for. */
export function createLineCommands(
	text: string,
	names: FilterNames,
	view: ChatView,
	show: (view: ChatView) => void
): RunnableCommand[] {
	const { view: next, problems } = parseFilterText(text, names, view);
	if (problems.length > 0 || !text.includes(':') || next.filter.q === text) return [];
	return [
		{
			...{ id: 'filter-by', name: `Filter by ${text}`, section: 'Filters', iconName: 'filter' },
			run: () => show(next)
		}
	];
}

/** The palette's command that searches the list for a text. */
export function createSearchCommand(
	text: string,
	view: ChatView,
	show: (view: ChatView) => void
): RunnableCommand {
	return {
		...{ id: 'search-chats', name: `Search chats for “${text}”`, iconName: 'search' },
		run: () => show(setFilter(view, { q: text }))
	};
}

/**
 * The palette's command that asks the capability table. Offered for every text, since the code that
 * reads questions is loaded by the table's page only.
 */
export function createAskCommand(text: string, ask: (question: string) => void): RunnableCommand {
	return {
		...{ id: 'ask', name: `Ask the table: ${text}`, iconName: 'search' },
		run: () => ask(text)
	};
}
