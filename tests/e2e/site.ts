import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilds } from '../../src/bin/builds';
import { createDashboardServer } from '../../src/bin/dashboard-server';

const BUILDS = fileURLToPath(new URL('../../build', import.meta.url));

/** A sentence of the first page, and what stands there in the second version. */
export const FIRST_WORDS = 'Every chat of every network in one grid';
export const SECOND_WORDS = 'Every chat of every network in a second grid';

/** The dashboard at one address, with builds of its own, whose server can stop and start again. */
export interface Site {
	/** Without a slash at the end. */
	address: string;
	stop(): Promise<void>;
	/** Serves at the same address again. */
	start(): Promise<void>;
	/** Replaces the build by one of another version: see `SECOND_WORDS`. */
	publishSecond(): Promise<void>;
	/** Takes a file away from the second version that its pages need. @returns puts it back */
	breakBuild(): Promise<() => Promise<void>>;
	/** Stops, and removes the builds. */
	remove(): Promise<void>;
}

export async function startSite(): Promise<Site> {
	const folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
	const [version = ''] = await readdir(BUILDS);
	await mkdir(join(folder, 'build'));
	await cp(join(BUILDS, version), join(folder, 'build', version), { recursive: true });
	let server = createServer();
	const port = await listen(server, 0);

	function createServer(): Server {
		return createDashboardServer({ builds: createBuilds(join(folder, 'build')), allowed: [] });
	}

	async function stop() {
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	}

	return {
		address: `http://localhost:${port}`,
		stop,
		async start() {
			server = createServer();
			await listen(server, port);
		},
		async publishSecond() {
			await writeSecond(join(BUILDS, version), join(folder, 'unfinished'), version);
			await rename(join(folder, 'unfinished'), join(folder, 'build', `${version}-second`));
			await rm(join(folder, 'build', version), { recursive: true });
		},
		async breakBuild() {
			const path = join(folder, 'build', `${version}-second`, 'icon-192.png');
			const away = join(folder, 'icon-192.png');
			await rename(path, away);
			return () => rename(away, path);
		},
		async remove() {
			await stop();
			await rm(folder, { recursive: true });
		}
	};
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve) => {
		server.listen(port, 'localhost', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
}

/** Copies a build as if its sources had changed: every hashed file has another name. */
async function writeSecond(from: string, to: string, version: string) {
	await cp(from, to, { recursive: true });
	const entries = await readdir(to, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const hashed = files
		.filter(({ parentPath }) => parentPath.includes('immutable'))
		.map(({ name }) => name);
	for (const { parentPath, name } of files) {
		const path = join(parentPath, name);
		if (/\.(js|css|html|json)$/.test(name)) {
			let text = await readFile(path, 'utf8');
			text = text.replaceAll(version, `${version}-second`).replaceAll(FIRST_WORDS, SECOND_WORDS);
			for (const each of hashed) text = text.replaceAll(each, toSecondName(each));
			await writeFile(path, name.endsWith('.html') ? allowScripts(text) : text);
		}
		if (hashed.includes(name)) await rename(path, join(parentPath, toSecondName(name)));
	}
}

function toSecondName(name: string): string {
	return `second-${name}`;
}

/** Gives the policy in the page the hash of its changed script. */
function allowScripts(html: string): string {
	const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
	if (script === undefined) return html;
	return html.replace(
		/sha256-[^']+/,
		`sha256-${createHash('sha256').update(script).digest('base64')}`
	);
}
