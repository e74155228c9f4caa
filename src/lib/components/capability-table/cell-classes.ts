import type { Tone } from '$lib/domain/capabilities/format';

export { SYMBOL_PATHS as MARKS } from '$lib/domain/capabilities/table/labels';

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
