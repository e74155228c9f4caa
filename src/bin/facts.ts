import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { compareSnapshots, formatChanges } from '$lib/domain/capabilities/snapshot/changes';
import { takeSnapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { checkFacts } from '$lib/reference/check-facts';
import { readFacts, type FactsFile, type NetworkFacts } from '$lib/reference/facts';
import { buildNetworkClusters } from '$lib/reference/network-clusters';
import { writeFacts } from '$lib/reference/write-facts';

/*
 * `npm run facts -- <file> …` takes new facts into the reference: each file holds those of one network,
 * or a list of several. Nothing is written unless all of them are good.
 */

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

/** Lines of what the new facts say differently, in the words of a comparison of snapshots. */
export function describeChange(before: NetworkFacts | undefined, after: NetworkFacts): string[] {
	if (!before) return [`${after.network} is new`];
	const [earlier, later] = [before, after].map((facts) =>
		takeSnapshot(buildNetworkClusters([facts], readCapabilities), { by: 'network' }, { now: 0 })
	);
	const lines = earlier && later ? formatChanges(compareSnapshots(earlier, later)) : [];
	const editions = before.source === after.source ? [] : [`${before.source} → ${after.source}`];
	return [...editions, ...lines];
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
async function takeIn(paths: readonly string[]): Promise<boolean> {
	const known = readKnown();
	const given = paths.flatMap((path) => {
		const json = readJSON(path);
		return (Array.isArray(json) ? json : [json]).map((raw: unknown) => ({ path, raw }));
	});
	const checked = given.map(({ path, raw }) => ({ path, ...checkFacts(raw, readCapabilities) }));
	for (const { path, problems } of checked)
		for (const problem of problems) console.error(`${path}: ${problem}`);
	if (checked.some(({ facts }) => !facts)) return false;
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

const paths = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	if (paths.length === 0) console.error('npm run facts -- <file> …');
	if (paths.length === 0 || !(await takeIn(paths))) process.exitCode = 1;
}
