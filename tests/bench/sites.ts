import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { startDashboardIn } from '../e2e/servers';
import { toSite, type Site } from './visit';

/** @throws Error when the folder can't be built */
function build(folder: string) {
	const command = 'npx vite build --logLevel warn';
	const { status } = spawnSync(command, { cwd: folder, stdio: 'inherit', shell: true });
	if (status !== 0) throw new Error(`Could not build ${folder}`);
}

/** Builds and serves the dashboard of another checkout, with its own server and packages. */
export async function startOther(folder: string): Promise<Site> {
	build(folder);
	return toSite(folder, await startDashboardIn(resolve(folder)));
}

/**
 * Builds the least page of the same stack, which lists the titles of one page of chats, with the
 * dashboard's configuration, and serves it with the dashboard's server.
 */
export async function startLeastPage(): Promise<Site> {
	const folder = 'test-results/least-page';
	rmSync(folder, { recursive: true, force: true });
	cpSync('tests/bench/least-page', folder, { recursive: true });
	for (const path of ['.config', 'svelte.config.js', 'vite.config.ts', 'src/bin']) {
		cpSync(path, `${folder}/${path}`, { recursive: true });
	}
	build(folder);
	const server = await startDashboardIn(folder);
	return { name: 'least page', server, path: '/', firstRow: 'li' };
}
