const LOOKS = {
	primary: 'bg-accent text-accent-ink border-transparent hover:opacity-90',
	plain: 'bg-surface text-ink border-line-strong hover:bg-raised',
	quiet: 'border-transparent text-ink-muted hover:bg-raised hover:text-ink'
};

export type ButtonLook = keyof typeof LOOKS;

/**
 * The classes of a button, for what is on screen first and does without `Button`.
 *
 * @param extra - classes of its own
 */
export function buttonLook(look: ButtonLook, extra = ''): string {
	return `inline-flex h-8 items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium whitespace-nowrap disabled:opacity-60 aria-disabled:opacity-60 aria-disabled:transition-opacity aria-disabled:delay-300 ${LOOKS[look]} ${extra}`;
}
