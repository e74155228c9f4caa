/** Time units to choose from, smallest first. */
export const UNITS = [
	{ seconds: 1, one: 'second', many: 'seconds' },
	{ seconds: 60, one: 'minute', many: 'minutes' },
	{ seconds: 3_600, one: 'hour', many: 'hours' },
	{ seconds: 86_400, one: 'day', many: 'days' },
	{ seconds: 604_800, one: 'week', many: 'weeks' }
] as const;

export type Unit = (typeof UNITS)[number];

/** The units as options of a select, in the singular for a single one. */
export function listUnitOptions(count: number, units: readonly Unit[] = UNITS) {
	return units.map(({ seconds, one, many }) => ({
		value: String(seconds),
		label: count === 1 ? one : many
	}));
}

/** A duration as the user enters it. */
export interface Amount {
	/** NaN while the field is empty. */
	count: number;
	/** Seconds per unit. */
	unit: number;
}

/** A duration in the largest unit that divides it evenly. */
export function toAmount(seconds: number): Amount {
	const unit = UNITS.findLast((each) => seconds % each.seconds === 0)?.seconds ?? 1;
	return { count: seconds / unit, unit };
}

/** @returns undefined unless the duration is a positive whole number of seconds */
export function toSeconds({ count, unit }: Amount): number | undefined {
	const seconds = count * unit;
	return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
}
