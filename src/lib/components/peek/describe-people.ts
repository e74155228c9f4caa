import type { Chat } from '$lib/domain/chat/chat';
import { getName } from '$lib/domain/chat/participant';
import { formatNumber } from '$lib/format/number';

const LIST = new Intl.ListFormat('en');

/** People who are named. */
const FEW = 3;

/** `Ada, Bob, Cleo, and 9 more`: the others of a group; empty for a direct chat, whose title names them. */
export function describePeople({ type, participants }: Chat): string {
	if (type === 'single') return '';
	const others = participants.items.filter(({ isSelf }) => !isSelf);
	const names = others.slice(0, FEW).map(getName);
	const selves = participants.items.length - others.length;
	const rest = participants.total - selves - names.length;
	return LIST.format(rest > 0 ? [...names, `${formatNumber(rest)} more`] : names);
}
