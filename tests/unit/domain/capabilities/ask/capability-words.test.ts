import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import {
	ATTACHMENT_WORDS,
	listCapabilities,
	listCapabilityPhrases,
	listKnownRows,
	splitPhrases,
	TYPE_WORDS
} from '$lib/domain/capabilities/ask/capability-words';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { collectSets } from '$lib/domain/capabilities/columns/clusters';
import { parsePath, ATTACHMENT_FIELDS, ATTACHMENT_TYPES } from '$lib/domain/capabilities/path';
import { EVERYTHING } from '../../../../fixtures/capabilities';
import { column } from '../tables';
import { REFERENCE } from './columns';

const everything = column('Everything', [[EVERYTHING, 1]]);
const rows = buildRows(collectSets([...REFERENCE, everything]));
/** Two networks are enough to ask, and quick. */
const columns = [...REFERENCE.filter(({ key }) => key === 'signal'), everything];
const paths = new Set([...rows, ...listKnownRows()].map(({ path }) => path));

/** Words that ask for one row. */
function askFor(path: string): string[] {
	const target = parsePath(path);
	const typeWords =
		'type' in target ? splitPhrases(TYPE_WORDS.get(target.type)?.phrases ?? '') : [];
	switch (target.in) {
		case 'attachment':
			return typeWords;
		case 'attachment-field':
			return splitPhrases(ATTACHMENT_WORDS[target.field]).map((word) => `${typeWords[0]} ${word}`);
		case 'mime':
			return [`${typeWords[0]} ${target.pattern}`];
		default:
			return (
				listCapabilities()
					.find((capability) => capability.path === path)
					?.phrases.slice() ?? []
			);
	}
}

describe('every row can be asked for', () => {
	const known = rows.filter(
		({ path, section }) => section !== 'Other' && !/hologram|glitter/.test(path)
	);
	test.each(known.map(({ path }) => path))('%s', (path) => {
		const asked = askFor(path);
		expect(asked).not.toEqual([]);
		for (const words of asked.slice(0, 3))
			expect(answerQuestion(words, columns).paths).toContain(path);
	});
});

test('every phrase asks for a path that exists', () => {
	for (const asked of listCapabilityPhrases().values())
		for (const path of asked) expect(paths).toContain(path);
	expect([...TYPE_WORDS.keys()]).toEqual(ATTACHMENT_TYPES);
	expect(Object.keys(ATTACHMENT_WORDS)).toEqual(ATTACHMENT_FIELDS);
});

test('every phrase is understood, alone and beside a network', () => {
	for (const [phrase, asked] of listCapabilityPhrases()) {
		for (const question of [phrase, `${phrase.toUpperCase()} on Signal?`]) {
			const answer = answerQuestion(question, columns);
			expect([question, answer.unknown]).toEqual([question, []]);
			expect([question, answer.paths.length]).not.toEqual([question, 0]);
			if (asked.length === 1) expect([question, ...answer.paths]).toContain(asked[0]);
		}
	}
});
