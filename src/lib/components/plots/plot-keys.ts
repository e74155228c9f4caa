export type Orientation = 'horizontal' | 'vertical';

const STEPS: Readonly<Record<Orientation, Readonly<Record<string, number>>>> = {
	horizontal: { ArrowLeft: -1, ArrowRight: 1 },
	vertical: { ArrowUp: -1, ArrowDown: 1 }
};

/**
 * The bar that a key leads to.
 *
 * @param active - index of the current bar; -1 before any key: the first key leads to the last of
 * bars side by side, and to the first of bars one below another
 * @returns undefined for other keys
 */
export function findNextBar(
	key: string,
	active: number,
	bars: number,
	orientation: Orientation
): number | undefined {
	const last = bars - 1;
	if (key === 'Home') return 0;
	if (key === 'End') return last;
	const step = STEPS[orientation][key];
	if (step === undefined) return undefined;
	if (active < 0) return orientation === 'horizontal' ? last : 0;
	return Math.min(last, Math.max(0, active + step));
}
