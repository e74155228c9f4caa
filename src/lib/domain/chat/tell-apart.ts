import { groupBy } from '$lib/format/list';
import { isolateName } from './name';

/**
 * Names by which no two things are taken for one another: those that share a name get the first hint
 * that no other of them has, `Kim (…0199)`.
 *
 * @param things - in any order; those that are told apart already keep their name
 * @param getName - may be the same for several
 * @param hints - the most human first; undefined or empty where a thing has none. The last should
 * be unique, or names may stay alike
 * @returns a name for each thing, in the same order
 */
export function tellApart<Thing>(
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
