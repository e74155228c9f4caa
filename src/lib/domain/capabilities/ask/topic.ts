import type { CapabilityRow } from '../row';
import type { Wording } from './field-words';
import type { Finding } from './findings';

/** The forms of a predicate, for one network and for several. */
export type Forms = readonly [one: string, many: string];

/** An ability of networks, or the lack of it, in the forms that sentences need. */
export interface Predicate {
	/** `has polls`, `have polls`. */
	does: Forms;
	/** `has no polls`, `have no polls`. */
	doesNot: Forms;
	/** `doesn’t`, `don’t`, behind a number. */
	not: Forms;
	/** `After a day`; absent: nothing comes before the sentence. */
	when?: string;
}

/** One subject of a question, with the answers of some networks. */
export interface Topic {
	/** `Edit`, `120 MB MP4 with a caption`. */
	name: string;
	predicate: Predicate;
	/** One for each network, in the order of the table. */
	findings: readonly Finding[];
	/** The row that is asked for; absent: a file, a text or an age. */
	row?: CapabilityRow;
	wording?: Wording;
}

/** The predicate of a capability: `can edit`, `has polls`, `allows videos`. */
export function createPredicate({ verb, what }: Wording): Predicate {
	switch (verb) {
		case 'can':
			return {
				does: [`can ${what}`, `can ${what}`],
				doesNot: [`can’t ${what}`, `can’t ${what}`],
				not: ['can’t', 'can’t']
			};
		case 'has':
			return {
				does: [`has ${what}`, `have ${what}`],
				doesNot: [`has no ${what}`, `have no ${what}`],
				not: ['doesn’t', 'don’t']
			};
		case 'allows':
			return createVerb('allows', 'allow', what);
	}
}

/** @param one - `takes`, with `take` for several networks */
export function createVerb(one: string, many: string, what: string): Predicate {
	return {
		does: [`${one} ${what}`, `${many} ${what}`],
		doesNot: [`doesn’t ${many} ${what}`, `don’t ${many} ${what}`],
		not: ['doesn’t', 'don’t']
	};
}

/** Words in parentheses behind a name: ` (24 hours, 10 times)`; empty without words. */
export function toParentheses(...parts: readonly string[]): string {
	const words = parts.filter(Boolean).join(', ');
	return words && ` (${words})`;
}
