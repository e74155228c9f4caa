/** Ends of lines, tabs and other controls: all of them are one space. */
const BREAKS = /[\s\p{Cc}]+/gu;

/** Marks that turn the line around, or end an isolation they haven't begun. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What shows nothing, though it isn't empty: fillers, joiners, blank signs. */
const NOTHING = /[\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]/u;
const ONLY_NOTHING = new RegExp(`^${NOTHING.source}*$`, 'u');

/** The only characters of most names: none of them needs a look. */
const PLAIN = /^[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*$/;

/** A bridge's own ID for a person: nothing anybody is called. */
const BRIDGE_ID = /^@[^\s:]*:(?:[^\s:]+\.)?(?:local|localhost)$/i;

/**
 * A name of a chat or a person as one line to show: without what turns or breaks the line around it.
 *
 * @returns empty for a name that shows nothing, or is an ID of a bridge
 */
export function cleanName(name: string | null | undefined): string {
	if (!name) return '';
	if (PLAIN.test(name)) return BRIDGE_ID.test(name) ? '' : name;
	const line = trimNothing(name.replace(TURNS, '').replace(BREAKS, ' '));
	return ONLY_NOTHING.test(line) || BRIDGE_ID.test(line) ? '' : line;
}

/** Joiners and variants stay at the end: they belong to the sign before them. */
function trimNothing(line: string): string {
	let start = 0;
	while (start < line.length && NOTHING.test(line.charAt(start))) start++;
	let end = line.length;
	while (end > start && /[\s\u200b\u2060\u2800\u3164\ufeff\uffa0]/.test(line.charAt(end - 1)))
		end--;
	return line.slice(start, end);
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
	/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name within a sentence of plain text, where no element keeps its direction from the rest. */
export function isolateName(name: string): string {
	return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
