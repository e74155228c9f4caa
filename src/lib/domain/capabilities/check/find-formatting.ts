import type { Token, Tokens } from 'marked';
import { flattenTokens, lexMarkdown } from '$lib/html/lex-markdown';

const ROOM_MENTION = /(?<![\w.])@room\b/;

/** The formatting that a Markdown text asks for, as `Capabilities.formatting` names it, each once. */
export function findFormatting(text: string): readonly string[] {
	return [...new Set(flattenTokens(lexMarkdown(text)).flatMap(getFeatures))];
}

function getFeatures(token: Token): readonly string[] {
	switch (token.type) {
		case 'strong':
			return ['bold'];
		case 'em':
			return ['italic'];
		case 'del':
			return ['strikethrough'];
		case 'codespan':
			return ['inline_code'];
		case 'blockquote':
			return ['blockquote'];
		case 'heading':
			return ['headers'];
		case 'code':
			return token.lang ? ['code_block', 'code_block.syntax_highlighting'] : ['code_block'];
		case 'spoiler':
			return token.hasReason ? ['spoiler', 'spoiler.reason'] : ['spoiler'];
		case 'list':
			return token.ordered ? getNumberFeatures(token.items) : ['unordered_list'];
		case 'link':
			// A bare address is a link without any formatting.
			return token.raw.startsWith('[') ? [getLinkFeature(token.href)] : [];
		case 'html':
			return /^<u>/i.test(token.raw) ? ['underline'] : [];
		case 'text':
			return ROOM_MENTION.test(token.raw) ? ['at_room_mention'] : [];
		default:
			return [];
	}
}

/** Links to people, chats and messages are addresses of matrix.to. */
function getLinkFeature(address: string): string {
	const [, path = ''] = address.split('matrix.to/#/');
	if (path.startsWith('@')) return 'user_link';
	if (!/^[!#]/.test(path)) return 'inline_link';
	return path.includes('/$') ? 'event_link' : 'room_link';
}

function getNumberFeatures(items: readonly Tokens.ListItem[]): readonly string[] {
	const numbers = items.map(({ raw }) => parseInt(raw, 10));
	const hasJump = numbers.some((number, index) => {
		const last = numbers[index - 1] ?? number;
		// Repeating one number is a common way to let Markdown count.
		return number !== last && number !== last + 1;
	});
	return [
		'ordered_list',
		...(numbers[0] === 1 ? [] : ['ordered_list.start']),
		...(hasJump ? ['ordered_list.jump_value'] : [])
	];
}
