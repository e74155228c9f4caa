import type { Account } from './account';
import type { Chat } from './chat';

/** A messaging network, as far as the dashboard tells them apart. */
export interface Network {
	/** The bridge type of its accounts (`whatsapp`, `discordgo`): the word used in URLs. */
	key: string;
	/** What people call it. */
	name: string;
}
