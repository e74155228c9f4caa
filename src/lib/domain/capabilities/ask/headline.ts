/** Characters of a headline that can be read at a glance. */
const LONGEST = 120;

/**
 * The short form of an answer's sentence, for a picture whose table says the rest: without its
 * brackets, and if it is still long, without its list or with only the first items.
 */
export function toHeadline(sentence: string): string {
	const plain = sentence.replace(/ \([^()]*\)/g, '');
	const first = /^.*?[.?!](?= |$)/.exec(plain)?.[0] ?? plain;
	if (plain.length <= LONGEST) return plain;
	const [, count] = /^((?:[^:]+, )?[\d,]+ of [\d,]+ [^:]+): /.exec(first) ?? [];
	if (count !== undefined) {
		const whole = `${count}.${plain.slice(first.length)}`;
		return whole.length <= LONGEST ? whole : `${count}.`;
	}
	if (first.length <= LONGEST) return first;
	const items = first.slice(0, LONGEST - ' and more.'.length).lastIndexOf(', ');
	return items > 0 ? `${first.slice(0, items)} and more.` : first;
}
