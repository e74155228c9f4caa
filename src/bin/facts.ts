import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { compareSnapshots, formatChanges } from '$lib/domain/capabilities/snapshot/changes';
import { takeSnapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { isRecord } from '$lib/format/parse-json';
import { checkFacts } from '$lib/reference/check-facts';
import {
	findCommits,
	formatEdition,
	readFacts,
	type FactsFile,
	type NetworkFacts
} from '$lib/reference/facts';
import { buildNetworkClusters } from '$lib/reference/network-clusters';
import { writeFacts } from '$lib/reference/write-facts';

/*
 * `npm run facts -- <file> … --commit 0d5f3f45 --date 2026-07-16` takes new facts into the reference: each
 * file holds those of one network, or a list of several. Nothing is written unless all of them are good.
 */

const USAGE = 'npm run facts -- <file> … [--commit 0d5f3f45] [--date 2026-07-16]';

const FOLDER = fileURLToPath(new URL('../lib/reference/facts', import.meta.url));
/** Characters of a line of a facts file. */
const WIDTH = 110;

const readCapabilities = createCapabilityReader();

/** A facts file as the project writes it. */
export async function formatFacts(facts: NetworkFacts): Promise<string> {
	// Reading orders the fields of a kind as in the one that it resembles.
	const ordered = readFacts(writeFacts(facts));
	const options = { parser: 'json', useTabs: true, printWidth: WIDTH };
	return format(JSON.stringify(writeFacts(ordered)), options);
}

/** The changes of the facts, a line each, in the words of a comparison of snapshots. */
export function describeChange(before: NetworkFacts | undefined, after: NetworkFacts): string[] {
	if (!before) return [`${after.network} is new`];
	const [earlier, later] = [before, after].map((facts) =>
		takeSnapshot(buildNetworkClusters([facts], readCapabilities), { by: 'network' }, { now: 0 })
	);
	const lines = earlier && later ? formatChanges(compareSnapshots(earlier, later)) : [];
	return [...describeNewEdition(before, after), ...lines];
}

/**
 * A line about the changed source, or else about the changed day; empty where neither has changed.
 */
function describeNewEdition(before: NetworkFacts, after: NetworkFacts): string[] {
	if (before.source !== after.source) return [`${before.source} → ${after.source}`];
	const [known, found] = [formatEdition(before), formatEdition(after)];
	return known === found ? [] : [`${known} → ${found}`];
}

/** The version of the code that facts come from. */
interface Edition {
	/** Absent: as in the file. */
	commit?: string;
	/** ISO; absent: as in the file. */
	date?: string;
}

/**
 * Puts commit and date into the JSON of a facts file. A commit replaces the one in `source`, or
 * goes between its repository and its file; other values are returned unchanged, for the check of
 * the facts to refuse.
 */
export function setEdition(raw: unknown, { commit, date }: Edition): unknown {
	if (!isRecord(raw)) return raw;
	const { source } = raw;
	return {
		...raw,
		...(date !== undefined && { date }),
		...(commit !== undefined &&
			typeof source === 'string' && { source: source.replace(REPOSITORY, `$1@${commit}:`) })
	};
}

/** `mautrix/signal@0d5f3f45:` at the start of a source, or the same without a commit. */
const REPOSITORY = /^([\w.-]+\/[\w.-]+)(?:@[^:]*)?:/;

/** The problems of new facts that don't name the version of their code; empty if there are none. */
export function checkEdition(
	{ source, date }: Pick<NetworkFacts, 'source' | 'date'>,
	{ commit }: Edition
): string[] {
	const commits = findCommits(source);
	return [
		...(commits.length === 0 ? ['source: needs the commit of the code, as --commit adds it'] : []),
		...(commit !== undefined && commits.length > 1
			? ['source: names more than one commit, so that --commit can’t replace it']
			: []),
		...(date === undefined ? ['date: needs the day of the code, as --date adds it'] : [])
	];
}

function readJSON(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** The files of the reference by bridge type. */
function readKnown(): Map<string, { path: string; facts: NetworkFacts }> {
	const paths = readdirSync(FOLDER).map((name) => join(FOLDER, name));
	return new Map(
		paths.map((path) => {
			const file: FactsFile = JSON.parse(readFileSync(path, 'utf8'));
			return [file.bridgeType, { path, facts: readFacts(file) }];
		})
	);
}

/** @returns false if any of the facts can't be used */
async function takeIn(paths: readonly string[], edition: Edition): Promise<boolean> {
	const known = readKnown();
	const given = paths.flatMap((path) => {
		const json = readJSON(path);
		return (Array.isArray(json) ? json : [json]).map((raw: unknown) => ({ path, raw }));
	});
	const checked = given.map(({ path, raw }) => {
		const { facts, problems, ...rest } = checkFacts(setEdition(raw, edition), readCapabilities);
		const lacks = facts ? checkEdition(facts, edition) : [];
		return { path, ...rest, problems: [...problems, ...lacks], facts };
	});
	for (const { path, problems } of checked)
		for (const problem of problems) console.error(`${path}: ${problem}`);
	if (checked.some(({ problems }) => problems.length > 0)) return false;
	for (const { facts, unknownFields } of checked) {
		if (!facts) continue;
		const earlier = known.get(facts.bridgeType);
		const path = earlier?.path ?? join(FOLDER, `${facts.bridgeType}.json`);
		const lines = describeChange(earlier?.facts, facts);
		console.log(`${facts.network}: ${lines.length > 0 ? '' : 'nothing has changed'}`);
		for (const line of lines) console.log(`  ${line}`);
		if (unknownFields.length > 0)
			console.log(`  shown as they come, as they have no row yet: ${unknownFields.join(', ')}`);
		if (!earlier) console.log(`  import ${path} in src/lib/reference/networks.ts`);
		writeFileSync(path, await formatFacts(facts));
	}
	return true;
}

function readOptions(): { paths: readonly string[]; edition: Edition } {
	try {
		const { values, positionals } = parseArgs({
			options: { commit: { type: 'string' }, date: { type: 'string' } },
			allowPositionals: true
		});
		return { paths: positionals, edition: values };
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return { paths: [], edition: {} };
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { paths, edition } = readOptions();
	if (paths.length === 0) console.error(USAGE);
	if (paths.length === 0 || !(await takeIn(paths, edition))) process.exitCode = 1;
}
