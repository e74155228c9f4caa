import { makeThread } from './make-thread';
import type { World } from './world';

/** Titles and names that are invisible, reverse or break the line, or look like an ID. */
export const ODD_NAMES = [
	...['\u2800', '\u3164\uffa0', '\u200b\u200e', '\ufeff', ' \t\n'],
	...['\u202eevil', '\u2067evil', 'a\nb', `${'ẍ̷̡̛̜̤̱̙͎͖̻̺́̅̏̀̌̊̎͂̀̚͝͝'.repeat(12)}`],
	...['שלום, קבוצה (2)', 'مرحبا', '@whatsapp_lid-98765:beeper.local', 'W'.repeat(300)]
] as const;

/** Texts with their expected plain text: some are HTML, others only look like it. */
export const ODD_TEXTS = [
	['I <3 you', 'I <3 you'],
	['if a < b && c > d', 'if a < b && c > d'],
	['see <name> below', 'see <name> below'],
	['List<String> names', 'List<String> names'],
	['Bo <bo@example.org> wrote', 'Bo <bo@example.org> wrote'],
	['Help & About', 'Help & About'],
	['at 2:15&amp;k?', 'at 2:15&k?'],
	['<a href="https://example.org" target="_blank">example</a>', 'example'],
	['<mx-reply><blockquote>old words</blockquote></mx-reply>new words', 'new words'],
	['<script>document.title = "x"</script>', '']
] as const;

/** The ID of a sender without a name. */
const NAMELESS = '@whatsapp_lid-98765:beeper.local';

/**
 * Gives the newest chats odd titles, their last messages odd texts and every second of these a
 * sender without a name, and names the owners of all accounts the same.
 */
export function nameOddly(world: World) {
	world.chats.slice(0, 4 * ODD_NAMES.length).forEach((record, place) => {
		const { chat } = record;
		chat.title = ODD_NAMES[place % ODD_NAMES.length] ?? '';
		const [last] = makeThread(record);
		if (!last) return;
		const [text] = ODD_TEXTS[place % ODD_TEXTS.length] ?? [''];
		Object.assign(last, { type: 'TEXT', text, isDeleted: false, attachments: [] });
		if (last.isSender || place % 2 === 0) return;
		last.senderID = NAMELESS;
		delete last.senderName;
	});
}
