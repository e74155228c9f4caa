import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lookup } from 'mrmime';

export interface BuiltFile {
	body: Buffer;
	/** Its `Content-Type`. */
	type: string;
	etag: string;
}

/** A build of the pages, read into memory: later changes to its folder do not matter. */
export interface Build {
	/** By path, such as `/icon.svg`. */
	files: ReadonlyMap<string, BuiltFile>;
}

/** Builds that a server knows. */
export interface Builds {
	/** The newest whole build; null while there is none. */
	getNewest(): Build | null;
	/** A file of the newest build, else of an earlier one, whose pages may still be open. */
	findFile(path: string): BuiltFile | undefined;
}

/** Path prefix of files that never change, because their names contain a hash of their contents. */
export const IMMUTABLE = '/_app/immutable/';

/** Number of builds that one server keeps in memory. */
const KEPT = 3;

/**
 * Reads the builds in a folder, and each newer one as soon as it appears there. A build appears
 * only when it is complete: see `svelte.config.js`.
 *
 * @param folder - holds a folder for each build, named after its version
 */
export function createBuilds(folder: string): Builds {
	/** Newest first. Earlier ones stay, for the pages that were loaded from them. */
	const known: Build[] = [];
	let newestName: string | undefined;

	function getNewest(): Build | null {
		const name = findNewest(folder);
		const build = name !== undefined && name !== newestName ? readBuild(join(folder, name)) : null;
		if (build) {
			known.unshift(build);
			known.splice(KEPT);
			newestName = name;
		}
		return known[0] ?? null;
	}

	return {
		getNewest,
		findFile(path) {
			const newest = getNewest()?.files.get(path);
			if (newest || !path.startsWith(IMMUTABLE)) return newest;
			return known.find(({ files }) => files.has(path))?.files.get(path);
		}
	};
}

/** @returns the name of the newest build, absent when there is none */
function findNewest(folder: string): string | undefined {
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
	const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (!entry.isDirectory()) return [];
		const { name } = entry;
		const page = statSync(join(folder, name, 'index.html'), { throwIfNoEntry: false });
		return page ? { name, time: page.mtimeMs } : [];
	});
	return found.toSorted((one, other) => other.time - one.time)[0]?.name;
}

/** @returns null for a build that has just been removed in favour of a newer one */
function readBuild(root: string): Build | null {
	try {
		const files = new Map<string, BuiltFile>();
		for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
			if (!entry.isFile()) continue;
			const path = join(entry.parentPath, entry.name);
			files.set(path.slice(root.length).replaceAll(sep, '/'), readBuiltFile(path));
		}
		return { files };
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}

function readBuiltFile(path: string): BuiltFile {
	const body = readFileSync(path);
	const type = lookup(path) ?? 'application/octet-stream';
	return {
		body,
		type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
		etag: `"${createHash('sha256').update(body).digest('base64url')}"`
	};
}
