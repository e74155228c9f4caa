/** Line breaks, tabs and other control characters; a run of them becomes one space. */
const BREAKS = /[\s\p{Cc}]+/gu;

/**
 * Bidirectional controls that would reverse the surrounding line, or close an isolate begun
 * outside.
 */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Invisible characters: fillers, joiners, blank symbols. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]/u;
const ONLY_INVISIBLE = new RegExp(`^${INVISIBLE.source}*$`, 'u');

/** Most names consist of these characters only and need no cleaning. */
const PLAIN = /^[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*$/;

/** A bridge's internal Matrix ID of a person, not a name. */
const BRIDGE_ID = /^@[^\s:]*:(?:[^\s:]+\.)?(?:local|localhost)$/i;

/**
 * A name of a chat or person as one line for display, without characters that reverse or break the
 * surrounding line.
 *
 * @returns empty for an invisible name or a bridge's internal ID
 */
export function cleanName(name: string | null | undefined): string {
	if (!name) return '';
	if (PLAIN.test(name)) return BRIDGE_ID.test(name) ? '' : name;
	const line = trimInvisible(name.replace(BIDI_CONTROLS, '').replace(BREAKS, ' '));
	return ONLY_INVISIBLE.test(line) || BRIDGE_ID.test(line) ? '' : line;
}

/** Joiners and variation selectors stay at the end, as they belong to the character before them. */
function trimInvisible(line: string): string {
	let start = 0;
	while (start < line.length && INVISIBLE.test(line.charAt(start))) start++;
	let end = line.length;
	while (end > start && /[\s\u200b\u2060\u2800\u3164\ufeff\uffa0]/.test(line.charAt(end - 1)))
		end--;
	return line.slice(start, end);
}

/** Letters of right-to-left scripts. */
const RIGHT_TO_LEFT =
	/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Isolate the direction of a name within plain text, where no element can do so. */
export function isolateName(name: string): string {
	return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/**
 * The letter that stands for a name where there is no picture: its first letter or digit, else its
 * first character, such as an emoji.
 */
export function getInitial(name: string): string {
	const [initial = ''] = /[\p{L}\p{N}]/u.exec(name) ?? /./su.exec(name) ?? [];
	return initial.toUpperCase();
}
