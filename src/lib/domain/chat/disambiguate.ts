import { groupBy } from '$lib/format/list';
import { isolateName } from './name';

/**
 * Names that distinguish things: an ambiguous name is followed by the first hint that is unique
 * among the things with that name, `Kim (…0199)`.
 *
 * @param things - in any order; a thing with a unique name keeps it
 * @param getName - may return the same name for several things
 * @param hints - most readable first; undefined or empty where a thing has no such hint. Names may
 *   stay equal unless the last hint is unique
 * @returns a name for each thing, in the same order
 */
export function disambiguate<Thing>(
	things: readonly Thing[],
	getName: (thing: Thing) => string,
	hints: readonly ((thing: Thing) => string | undefined)[]
): string[] {
	const found = findHints(things, getName, hints);
	return things.map((thing, place) => {
		const name = getName(thing);
		const hint = found[place];
		return hint ? `${isolateName(name)} (${hint})` : name;
	});
}

/** The hints of {@link disambiguate} alone; undefined for things with a unique name. */
export function findHints<Thing>(
	things: readonly Thing[],
	getName: (thing: Thing) => string,
	hints: readonly ((thing: Thing) => string | undefined)[]
): (string | undefined)[] {
	const alike = groupBy(things, getName);
	return things.map((thing) => {
		const others = alike.get(getName(thing))?.filter((other) => other !== thing) ?? [];
		if (others.length === 0) return undefined;
		return hints
			.map((getHint) => ({ own: getHint(thing), getHint }))
			.find(({ own, getHint }) => own && others.every((other) => getHint(other) !== own))?.own;
	});
}
