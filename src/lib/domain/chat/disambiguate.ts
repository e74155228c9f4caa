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
	const alike = groupBy(things, getName);
	return things.map((thing) => {
		const name = getName(thing);
		const others = alike.get(name)?.filter((other) => other !== thing) ?? [];
		if (others.length === 0) return name;
		const hint = hints
			.map((hintOf) => ({ own: hintOf(thing), hintOf }))
			.find(({ own, hintOf }) => own && others.every((other) => hintOf(other) !== own));
		return hint ? `${isolateName(name)} (${hint.own})` : name;
	});
}
