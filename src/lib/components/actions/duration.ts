/** Units of time to choose from, the smallest first. */
export const UNITS = [
	{ seconds: 1, label: 'seconds' },
	{ seconds: 60, label: 'minutes' },
	{ seconds: 3_600, label: 'hours' },
	{ seconds: 86_400, label: 'days' },
	{ seconds: 604_800, label: 'weeks' }
] as const;

/** A time as people write it. */
export interface Amount {
	/** NaN while nothing is written. */
	count: number;
	/** Seconds. */
	unit: number;
}

/** In the largest unit that fits without a remainder. */
export function amountOf(seconds: number): Amount {
	const unit = UNITS.findLast((each) => seconds % each.seconds === 0)?.seconds ?? 1;
	return { count: seconds / unit, unit };
}

/** @returns undefined for what is no whole number of seconds above nothing */
export function secondsOf({ count, unit }: Amount): number | undefined {
	const seconds = count * unit;
	return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
}
