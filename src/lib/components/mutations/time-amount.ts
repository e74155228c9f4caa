/** Units of time to choose from, the smallest first. */
export const UNITS = [
	{ seconds: 1, label: 'seconds' },
	{ seconds: 60, label: 'minutes' },
	{ seconds: 3_600, label: 'hours' },
	{ seconds: 86_400, label: 'days' },
	{ seconds: 604_800, label: 'weeks' }
] as const;

/** A length of time as people enter it. */
export interface Amount {
	/** NaN while the field is empty. */
	count: number;
	/** Seconds. */
	unit: number;
}

/** An amount in the largest unit that has no remainder. */
export function toAmount(seconds: number): Amount {
	const unit = UNITS.findLast((each) => seconds % each.seconds === 0)?.seconds ?? 1;
	return { count: seconds / unit, unit };
}

/** @returns undefined unless it is a whole number of seconds above 0 */
export function toSeconds({ count, unit }: Amount): number | undefined {
	const seconds = count * unit;
	return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
}
