import { Random } from '$lib/format/random';
import type { SampleAccount } from './accounts';
import { FACTS } from './reduced-facts';
import { makeChatID } from './identifiers';
import type { ChatRecord } from './make-thread';
import type { People } from './people';
import { BROADCAST_TITLES, CHANNEL_TITLES, DESCRIPTIONS, GROUP_TITLES, ODD_TITLES } from './texts';
import type { WireCapabilities, WireChat, WireParticipant } from './api-types';

/** The plan of a chat before it is created. */
export interface ChatPlan {
	owner: SampleAccount;
	/** See `ChatKind.name`; empty when the server says nothing about the chat. */
	kind: string;
	/** Index among all chats. */
	index: number;
	/** Epoch milliseconds, unique among the chats. */
	activity: number;
	seed: number;
}

const DIRECT_KINDS = /^direct|^note-to-self$/;
const GROUP_DIRECT_BRIDGES = new Set(['slackgo', 'discordgo', 'googlechat']);
const MIXED_KINDS = new Set(['', 'any', 'desktop', 'bridge', 'bridge-new-chat', 'rcs', 'sms']);

function makeCapabilities(bridgeType: string, kind: string): WireCapabilities | undefined {
	const facts = FACTS.find((facts) => facts.bridgeType === bridgeType);
	return facts?.variants.find(({ name }) => name === kind)?.capabilities;
}

function isSingle(bridgeType: string, kind: string, random: Random): boolean {
	if (MIXED_KINDS.has(kind)) return random.chance(0.8);
	// Slack gives direct messages the capabilities of channels when editing is limited.
	if (kind === 'channel-edit-window') return random.chance(0.4);
	return DIRECT_KINDS.test(kind) && (!GROUP_DIRECT_BRIDGES.has(bridgeType) || random.chance(0.75));
}

function groupSize(kind: string, random: Random): number {
	if (kind.startsWith('channel') && !kind.includes('-')) return random.int(12, 80);
	if (kind === 'channel-premium' || kind === 'community-announcements')
		return random.int(1000, 1400);
	if (random.chance(0.03)) return random.int(120, 640);
	return random.chance(0.15) ? random.int(21, 90) : random.int(3, 14);
}

/** The participants, the user first. Another one may be admin, be a bot or not have joined yet. */
function gather(
	self: WireParticipant,
	others: readonly WireParticipant[],
	random: Random
): WireParticipant[] {
	return [self, ...others].map((person, place) => {
		if (others.length < 2) return person;
		if (place === 1) return { ...person, isAdmin: true };
		if (place === 0 && random.chance(0.2)) return { ...person, isAdmin: true };
		if (place === 3 && random.chance(0.2)) return { ...person, isPending: true };
		if (place === 2 && random.chance(0.05)) return { ...person, isNetworkBot: true };
		return person;
	});
}

function groupTitle(bridgeType: string, total: number, random: Random): string {
	if (random.chance(0.04)) return random.pick(ODD_TITLES);
	if (total >= 1000) return random.pick(BROADCAST_TITLES);
	if (bridgeType === 'slackgo' || bridgeType === 'discordgo')
		return random.pick(CHANNEL_TITLES) + (random.chance(0.3) ? `-${random.int(2, 9)}` : '');
	return random.pick(GROUP_TITLES);
}

function singleTitle(partner: WireParticipant | undefined): string {
	return partner ? (partner.fullName ?? partner.phoneNumber ?? '') : 'Note to self';
}

/** Makes a chat without flags and unread messages; `assignTraits` adds traits of some chats later. */
export function makeChat(plan: ChatPlan, people: People, partnerIndex: number): ChatRecord {
	const { owner, kind, index, activity, seed } = plan;
	const { account } = owner;
	const bridgeType = account.bridge.type;
	const random = new Random(seed);
	const single = isSingle(bridgeType, kind, random);
	const partner = single && kind !== 'note-to-self' ? people.at(partnerIndex) : undefined;
	// Telegram channels have at least a thousand members, Slack channels may have fewer.
	const size =
		bridgeType === 'telegram' && kind === 'channel'
			? random.int(1000, 1400)
			: groupSize(kind, random);
	const first = random.int(0, Math.max(20, partnerIndex));
	const others = single
		? partner
			? [partner]
			: []
		: Array.from({ length: size - 1 }, (_, place) => people.at(first + place));
	const items = gather(account.user, others, random);
	const id = makeChatID(account.accountID, index, random, partner);
	const capabilities = makeCapabilities(bridgeType, kind);
	const isEmpty = kind === 'bridge-new-chat';
	const chat: WireChat = {
		id,
		localChatID: random.chance(0.95) ? String(index + 1) : null,
		accountID: account.accountID,
		network: account.network,
		title: single ? singleTitle(partner) : groupTitle(bridgeType, items.length, random),
		type: single ? 'single' : 'group',
		participants: { items, hasMore: false, total: items.length },
		unreadCount: 0,
		unreadMentionsCount: 0,
		isArchived: false,
		isMuted: false,
		isPinned: false,
		isMarkedUnread: false,
		isReadOnly: false,
		imgURL: makeAvatar(partner, random),
		description: !single && random.chance(0.3) ? random.pick(DESCRIPTIONS) : null,
		draft: null,
		reminder: null,
		snooze: null,
		messageExpirySeconds: null,
		...(capabilities && { capabilities }),
		...(isEmpty ? {} : { lastActivity: new Date(activity).toISOString() })
	};
	// iMessage chats come from Beeper Desktop itself, which reports fewer fields for them.
	if (bridgeType === 'imessage') {
		delete chat.unreadMentionsCount;
		delete chat.messageExpirySeconds;
		delete chat.isReadOnly;
	} else chat.isLowPriority = false;
	return { chat, activity, seed, born: activity, history: isEmpty ? 0 : random.int(1, 120) };
}

function makeAvatar(partner: WireParticipant | undefined, random: Random): string | null {
	if (partner) return partner.imgURL ?? null;
	if (random.chance(0.5)) return null;
	const name = `group-${random.token(12)}`;
	return random.pick([
		`file:///Users/robin/Library/Media/${name}.png`,
		`localmxc://beeper.local/${name}`,
		`mxc://beeper.local/${name}`
	]);
}
