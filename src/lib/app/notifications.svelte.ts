import { asset } from '$app/paths';
import type { ChatID } from '$lib/domain/chat/chat';
import type { DesktopNotification } from '$lib/domain/chat-list/notifications';

type Permission = NotificationPermission | 'unsupported';

const PROBLEMS: Readonly<Partial<Record<Permission, string>>> = {
	denied: 'Notifications are blocked for this page in the browser’s settings.',
	unsupported: 'This browser can’t show notifications.'
};

function readPermission(): Permission {
	const isSupported = 'Notification' in globalThis && 'locks' in navigator;
	return isSupported ? Notification.permission : 'unsupported';
}

/** The browser's desktop notifications. */
export class Notifications {
	/**
	 * The permission as last read; undefined until it is first used, since reading it delays the
	 * page.
	 */
	#seen = $state.raw<Permission>();

	get #permission(): Permission {
		return this.#seen ?? readPermission();
	}

	get isAllowed() {
		return this.#permission === 'granted';
	}

	/** The reason why there can be none; undefined if the user may be asked. */
	get problem(): string | undefined {
		return PROBLEMS[this.#permission];
	}

	/** Adopts a change in the browser's settings. */
	reread() {
		if (this.#seen !== 'unsupported') this.#seen = readPermission();
	}

	/** Lets the browser ask the user, during a click. @returns true when they are allowed */
	async ask(): Promise<boolean> {
		if (this.#permission !== 'unsupported') this.#seen = await Notification.requestPermission();
		return this.isAllowed;
	}

	/** @param onopen - called at a click, with the chat that it is about */
	show({ title, body, chatID }: DesktopNotification, onopen: (chatID: ChatID | undefined) => void) {
		try {
			const tag = chatID ?? 'several-chats';
			const shown = new Notification(title, { body, tag, icon: asset('/icon-192.png') });
			shown.onclick = () => {
				shown.close();
				window.focus();
				onopen(chatID);
			};
		} catch (error) {
			// Browsers of phones have the constructor, but it only throws.
			if (!(error instanceof TypeError)) throw error;
			this.#seen = 'unsupported';
		}
	}
}
