import { flip } from '$lib/components/actions/toggles';
import { ACTION_WORDS, actionOf, wordsOf } from '$lib/domain/actions/words';
import type { Toggle, Write } from '$lib/domain/actions/write';
import { permissionOf, type Circumstances } from '$lib/domain/actions/permission';
import type { BulkToggle } from '$lib/domain/bulk';
import { titleOf, type Chat } from '$lib/domain/chat';
import { keysOf, type Command } from '$lib/domain/keys';
import type { RunnableCommand } from '$lib/state/commands';

/** The keys that switch something. */
export const TOGGLE_COMMANDS: readonly (Command & Toggle)[] = [
	'archive',
	'mute',
	'pin',
	'low-priority',
	'read'
];

const WITH: Readonly<Record<Toggle, readonly [on: BulkToggle, off: BulkToggle | null]>> = {
	archive: ['archive', 'unarchive'],
	mute: ['mute', 'unmute'],
	pin: ['pin', 'unpin'],
	'low-priority': ['low-priority', null],
	read: ['read', 'unread']
};

/** What a key does to several chats: switches on, unless it is on in all of them. */
export function flipOfMany(chats: readonly Chat[], kind: Toggle): BulkToggle {
	const [on, off] = WITH[kind];
	return off && chats.every((chat) => !flip(chat, kind).value) ? off : on;
}

/** What the palette can do to the chat that keys are about. */
export function commandsFor(
	chat: Chat,
	circumstances: Circumstances,
	act: (write: Write) => void
): RunnableCommand[] {
	return TOGGLE_COMMANDS.map((kind) => {
		const write = flip(chat, kind);
		const permission = permissionOf(chat, write, circumstances);
		return {
			id: `chat-${actionOf(write)}`,
			name: wordsOf(write).verb,
			hint: titleOf(chat),
			keys: keysOf(kind),
			...(permission.kind === 'refused' && { disabledReason: permission.reason }),
			run: () => act(write)
		};
	});
}

/** What the palette can do to the chats that are selected. */
export function commandsForMany(
	chats: readonly Chat[],
	block: string | null,
	act: (action: BulkToggle) => void
): RunnableCommand[] {
	return TOGGLE_COMMANDS.map((kind) => {
		const action = flipOfMany(chats, kind);
		return {
			id: `selected-${action}`,
			name: ACTION_WORDS[action].verb,
			hint: `${chats.length} selected`,
			keys: keysOf(kind),
			...(block !== null && { disabledReason: block }),
			run: () => act(action)
		};
	});
}
