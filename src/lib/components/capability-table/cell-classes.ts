import type { Tone } from '$lib/domain/capabilities/format-value';
import type { TableColumn } from '$lib/domain/capabilities/table/table';

export const TONE_INK: Readonly<Record<Tone, string>> = {
	good: 'text-good',
	fair: 'text-fair',
	poor: 'text-poor',
	bad: 'text-bad',
	silent: 'text-ink-muted',
	plain: 'text-ink'
};

export const TONE_TINT: Readonly<Record<Tone, string>> = {
	good: 'bg-good-soft',
	fair: 'bg-fair-soft',
	poor: 'bg-poor-soft',
	bad: 'bg-bad-soft',
	silent: '',
	plain: ''
};

/** The mark of a link to another page, which tells it from a control that opens a card. */
export const LINK_ARROW =
	"after:ml-0.5 after:inline-block after:indent-0 after:content-['→'_/_''] print:after:content-none";

/** Side borders of a column's cells: strong for the baseline, dashed for a reference or a snapshot. */
export function getColumnBorders({ origin, isBaseline }: TableColumn): string {
	if (isBaseline) return 'border-x border-x-accent sm:sticky sm:left-(--name) sm:z-10';
	return origin === 'chats'
		? 'border-r border-r-surface'
		: 'border-x [border-inline-style:dashed] border-x-line-strong';
}
