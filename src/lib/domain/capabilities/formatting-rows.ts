import { toReadableName, makeRowNamesUnique } from './readable-name';
import type { CapabilityRow } from './row';

/** The features that bridges report. The API does not list them, so chats may report others. */
const FEATURES: ReadonlyMap<string, readonly [name: string, meaning: string]> = new Map([
	['bold', ['Bold', 'Heavier letters.']],
	['italic', ['Italic', 'Slanted letters.']],
	['underline', ['Underline', 'A line below the text.']],
	['strikethrough', ['Strikethrough', 'A line through the text.']],
	['inline_code', ['Inline code', 'Code within a sentence.']],
	['code_block', ['Code block', 'Lines of code.']],
	['code_block.syntax_highlighting', ['Syntax highlighting', 'Code coloured by its language.']],
	['blockquote', ['Quote', 'Another person’s words, set apart.']],
	['inline_link', ['Link text', 'A link with text of its own.']],
	['user_link', ['Mention', 'The name of a person, who is notified.']],
	['room_link', ['Chat link', 'A link to another chat.']],
	['event_link', ['Message link', 'A link to one message.']],
	['at_room_mention', ['Mention everyone', 'Notify everyone in the chat.']],
	['unordered_list', ['Bulleted list', 'Items with bullets.']],
	['ordered_list', ['Numbered list', 'Items with numbers.']],
	['ordered_list.start', ['List start', 'A numbered list that begins at any number.']],
	['ordered_list.jump_value', ['List jumps', 'A numbered list that leaves numbers out.']],
	['headers', ['Headings', 'Larger text above a passage.']],
	['custom_emoji', ['Custom emoji', 'Emoji that are pictures of the network or server.']],
	['spoiler', ['Spoiler', 'Text hidden until it is chosen.']],
	['spoiler.reason', ['Spoiler reason', 'Words that say why a text is hidden.']]
]);

/** Features that few bridges report; their rows are shown only where a chat reports them. */
const RARE_FEATURES: typeof FEATURES = new Map([
	['table', ['Table', 'Text in rows and columns.']],
	['math', ['Math', 'Mathematical formulas.']],
	['details_summary', ['Expandable text', 'A summary that opens to show more.']]
]);

/** Builds a row for each known feature, then for each other reported feature, A–Z. */
export function buildFormattingRows(reported: ReadonlySet<string>): CapabilityRow[] {
	const others = [...reported]
		.filter((feature) => !FEATURES.has(feature) && !RARE_FEATURES.has(feature))
		.sort();
	const rare = [...RARE_FEATURES].filter(([feature]) => reported.has(feature));
	const known = [...FEATURES, ...rare].map(([feature, [name, meaning]]) =>
		toRow(feature, name, meaning)
	);
	const unknown = others.map((feature) =>
		toRow(feature, toReadableName(feature), 'A kind of formatting.')
	);
	const names = known.map(({ name }) => name);
	return [...known, ...makeRowNamesUnique(unknown, names)];
}

function toRow(feature: string, name: string, meaning: string): CapabilityRow {
	return { path: `formatting.${feature}`, section: 'Formatting', name, meaning, kind: 'level' };
}
