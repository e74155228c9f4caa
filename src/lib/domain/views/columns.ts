import type { Capabilities } from '../capabilities/model';
import type { Chat, ChatType } from '../chat/chat';
import { getLabels } from '../chat/labels';
import { getAccountIDs, getMembers, getNetworks, countParticipants } from '../chat/merge';
import type { Network, NetworkIndex } from '../chat/network';
import { fill, share, shareLists, type Shared, type SharedLists } from './column';
import { HAS_FLAG } from './flags';
import type { Succession } from './succession';
import { FLAGS } from '../chat-list/view';

/** Stands for a last activity that is not known. Not an infinity: one less itself is not a number. */
export const NO_ACTIVITY = Number.MIN_SAFE_INTEGER;

const FLAG_TESTS = FLAGS.map((flag) => HAS_FLAG[flag]);

/** What views ask about chats, by row: far quicker to walk than the chats. */
export interface Columns {
	chats: readonly Chat[];
	/** One bit for each of `FLAGS`, the first the lowest. */
	flags: Int32Array;
	/** Epoch milliseconds, or `NO_ACTIVITY`. */
	activity: Float64Array;
	/** Marked unread by hand counts more than read, and less than one message. */
	unread: Float64Array;
	participants: Float64Array;
	/** Those of a row; the first is the one that it is sorted and grouped by. */
	networks: SharedLists<Network>;
	accountIDs: SharedLists<string>;
	labelIDs: SharedLists<string>;
	types: Shared<ChatType>;
	/** One for each member of a merged chat. */
	capabilities: SharedLists<Capabilities | undefined>;
}

/**
 * @param steps - from the chats of `before` to these
 * @param isSameNetworks - the networks in `before` come from the same `getNetwork`
 */
export function readColumns(
	chats: readonly Chat[],
	getNetwork: NetworkIndex,
	steps: Succession,
	before: Columns | undefined,
	isSameNetworks: boolean
): Columns {
	function at<Value>(read: (chat: Chat) => Value): (row: number) => Value {
		return (row) => {
			const chat = chats[row];
			if (!chat) throw new RangeError(`no row ${row}`);
			return read(chat);
		};
	}

	const count = chats.length;
	return {
		chats,
		flags: fill(new Int32Array(count), steps, before?.flags, at(flagsOf)),
		activity: fill(
			new Float64Array(count),
			steps,
			before?.activity,
			at(({ lastActivity = NO_ACTIVITY }) => lastActivity)
		),
		unread: fill(
			new Float64Array(count),
			steps,
			before?.unread,
			at(({ unreadCount, isMarkedUnread }) => unreadCount || (isMarkedUnread ? 0.5 : 0))
		),
		participants: fill(new Float64Array(count), steps, before?.participants, at(countParticipants)),
		networks: shareLists(
			steps,
			isSameNetworks ? before?.networks : undefined,
			at((chat) => getNetworks(chat, getNetwork))
		),
		accountIDs: shareLists(steps, before?.accountIDs, at(getAccountIDs)),
		labelIDs: shareLists(steps, before?.labelIDs, at(labelIDsOf)),
		types: share(
			steps,
			before?.types,
			at(({ type }) => type)
		),
		capabilities: shareLists(steps, before?.capabilities, at(capabilitiesOf))
	};
}

const NO_LABELS: readonly string[] = [];

function labelIDsOf(chat: Chat): readonly string[] {
	const labels = getLabels(chat);
	return labels.length === 0 ? NO_LABELS : labels.map(({ id }) => id);
}

function capabilitiesOf(chat: Chat): readonly (Capabilities | undefined)[] {
	if (!chat.members) return [chat.capabilities];
	return getMembers(chat).map(({ capabilities }) => capabilities);
}

function flagsOf(chat: Chat): number {
	let bits = 0;
	for (let place = 0; place < FLAG_TESTS.length; place++) {
		if (FLAG_TESTS[place]?.(chat)) bits |= 1 << place;
	}
	return bits;
}
