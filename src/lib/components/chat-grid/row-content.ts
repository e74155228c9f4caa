import type { Snippet } from 'svelte';
import { describeChatTroubles, type AccountTroubles } from '$lib/domain/chat/account-troubles';
import { getTitle, isUnread, type Chat } from '$lib/domain/chat/chat';
import { getLabels } from '$lib/domain/chat/labels';
import { countParticipants, getMembers, getNetworks, isMerged } from '$lib/domain/chat/merge';
import { getInitial, isolateName } from '$lib/domain/chat/name';
import type { Network, NetworkIndex } from '$lib/domain/chat/network';
import { formatCount, formatNumber } from '$lib/format/number';
import { formatExactTime, formatRelativeTime, formatSpokenTime } from '$lib/format/time';
import type { Pictures } from '$lib/domain/connection/pictures';
import type { IconName } from '../ui/icons';
import type { MenuItem } from '../ui/menu';
import { formatChatType, formatMessageContent, formatNetworks, formatSender } from './chat-labels';
import { getFlagIcons, type FlagIcon } from './flag-labels';
import type { GridColumn } from './grid-layout';

/** The context in which a chat is shown as a row. */
export interface ChatRowContext {
	getNetwork: NetworkIndex;
	/** Returns a name that distinguishes accounts of one network; absent: accounts are not named. */
	getAccountName: ((chat: Chat) => string | undefined) | undefined;
	/** Absent: no account is known to need the user. */
	accountTroubles?: AccountTroubles | undefined;
	/** By label ID. */
	labelNames: ReadonlyMap<string, string>;
	/** Shows a draft in place of the last message; absent: no. */
	showsDrafts?: boolean | undefined;
	/** Epoch milliseconds. */
	now: number;
	getHref: (chat: Chat) => string;
}

/** The props of a grid that its rows read. */
export interface GridRowProps
	extends
		Pick<ChatRowContext, 'getNetwork' | 'now' | 'getHref'>,
		Partial<
			Pick<ChatRowContext, 'getAccountName' | 'accountTroubles' | 'labelNames' | 'showsDrafts'>
		> {
	/** The search, highlighted where it occurs. */
	q?: string;
	/** Absent: the initial of the title stands for every picture. */
	pictures?: Pictures | undefined;
}

/** A moment as rows show it. */
export interface RowTime {
	/** For `<time datetime>`. */
	iso: string;
	/** `Monday 12 January 2026, 14:05` */
	exact: string;
	/** `5 min` */
	relative: string;
	/** `5 minutes ago` */
	spoken: string;
}

/** The time of a reminder, or the end of a snooze. */
export interface RowReminder extends RowTime {
	icon: IconName;
	label: string;
}

/** A conversation of a merged chat, on one network. */
export interface RowMember {
	href: string;
	network: Network;
	/** `Ada on Signal` */
	label: string;
}

/** The content of a chat's row in any layout. Texts are empty where there is nothing to show. */
export interface RowContent {
	/** The accessible name of the row: all its content, the title first. */
	name: string;
	href: string;
	title: string;
	/** The API's URL of the chat's picture; empty if it has none. */
	pictureURL: string;
	/** Stands for the picture while there is none. */
	initial: string;
	isGroup: boolean;
	type: string;
	isUnread: boolean;
	isMuted: boolean;
	/** At least one; a merged chat is on several. */
	networks: readonly Network[];
	networkNames: string;
	/** The conversations of a merged chat; empty for any other chat. */
	members: readonly RowMember[];
	/** The account's name, if there are several on its network. */
	account: string;
	/** The status of an account that needs the user: `Signed out by LINE`. */
	accountTrouble: string;
	labels: readonly string[];
	/** With a colon: `You: `. */
	sender: string;
	message: string;
	draft: string;
	participants: string;
	unreadCount: number;
	mentions: number;
	flags: readonly FlagIcon[];
	/** Undefined if no activity is known. */
	activity: RowTime | undefined;
	reminders: readonly RowReminder[];
}

/** An action in the menu of a row. `isQuick`: the row at the pointer has a button for it, too. */
export interface RowAction extends MenuItem {
	isQuick?: boolean;
}

/** The props of table row, compact row and card. */
export interface RowBodyProps {
	row: RowContent;
	columns: readonly GridColumn[];
	/** The search, highlighted where it occurs. */
	q: string;
	pictures: Pictures | undefined;
	/** The select box, given its position as classes; undefined: chats cannot be selected. */
	select: Snippet<[position: string]> | undefined;
}

const NO_TROUBLES: AccountTroubles = new Map();

/**
 * Formats a chat once for its row, so that the elements of a row depend on one value: a row that
 * gets another chat is updated in a fraction of the time that a value for each element takes.
 */
export function toRowContent(chat: Chat, context: ChatRowContext): RowContent {
	const { getNetwork, getAccountName, labelNames, now, getHref } = context;
	const { accountTroubles = NO_TROUBLES, showsDrafts = false } = context;
	const networks = getNetworks(chat, getNetwork);
	const draft = formatDraft(chat);
	const isDraftShown = showsDrafts && draft !== '';
	const sender = isDraftShown ? 'Draft' : formatSender(chat);
	const content = {
		href: getHref(chat),
		title: getTitle(chat),
		pictureURL: chat.imgURL ?? '',
		initial: getInitial(getTitle(chat)),
		isGroup: chat.type !== 'single',
		type: formatChatType(chat.type),
		isUnread: isUnread(chat),
		isMuted: chat.isMuted === true,
		networks,
		networkNames: formatNetworks(networks),
		members: isMerged(chat) ? toRowMembers(chat, context) : [],
		account: getAccountName?.(chat) ?? '',
		accountTrouble: describeChatTroubles(chat, accountTroubles, getNetwork),
		labels: getLabels(chat).map(({ id }) => labelNames.get(id) ?? id),
		sender: sender && `${isolateName(sender)}:\u00a0`,
		message: isDraftShown ? draft : chat.preview ? formatMessageContent(chat.preview) : '',
		draft,
		participants: formatNumber(countParticipants(chat)),
		unreadCount: chat.unreadCount,
		mentions: chat.unreadMentionsCount ?? 0,
		flags: getFlagIcons(chat),
		activity: toRowTime(chat.lastActivity, now),
		reminders: toReminders(chat, now)
	} as const;
	return { ...content, name: formatRowName(content) };
}

function formatRowName(row: Omit<RowContent, 'name'>): string {
	return [
		row.title,
		row.networkNames,
		row.type.toLowerCase(),
		row.unreadCount > 0 && `${formatNumber(row.unreadCount)} unread`,
		row.mentions > 0 && formatCount(row.mentions, 'mention'),
		...row.flags.map(({ label }) => label.toLowerCase()),
		...row.labels.map((label) => `label ${label}`),
		row.message && `last message ${row.sender}${cut(row.message)}`,
		row.activity && `last activity ${row.activity.spoken}`,
		row.accountTrouble && `account: ${row.accountTrouble}`
	]
		.filter(Boolean)
		.join(', ');
}

function toRowMembers(chat: Chat, { getNetwork, getHref }: ChatRowContext): readonly RowMember[] {
	return getMembers(chat).map((member) => {
		const network = getNetwork(member);
		const label = `${isolateName(getTitle(member))} on ${network.name}`;
		return { href: getHref(member), network, label };
	});
}

/** Characters of a message that the name of its row has, as all of it is read aloud. */
const SPOKEN_LENGTH = 160;

function cut(message: string): string {
	return message.length > SPOKEN_LENGTH ? `${message.slice(0, SPOKEN_LENGTH)}…` : message;
}

/** The text of a draft, or the names of its files. */
function formatDraft({ draft }: Chat): string {
	const { text = '', attachments = [] } = draft ?? {};
	return text.trim() || attachments.map(({ fileName, type }) => fileName ?? type).join(', ');
}

function toReminders({ reminder, snooze }: Chat, now: number): RowContent['reminders'] {
	const times = [
		{ icon: 'reminder', label: 'Reminder', time: toRowTime(reminder?.remindAt, now) },
		{ icon: 'snoozed', label: 'Snoozed until', time: toRowTime(snooze?.snoozeUntil, now) }
	] as const;
	return times.flatMap(({ icon, label, time }) => (time ? { icon, label, ...time } : []));
}

function toRowTime(at: number | undefined, now: number): RowTime | undefined {
	if (at === undefined) return undefined;
	return {
		iso: new Date(at).toISOString(),
		exact: formatExactTime(at),
		relative: formatRelativeTime(at, now),
		spoken: formatSpokenTime(at, now)
	};
}
