import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A program of `src/bin`, running. */
export interface Running {
	/** The address it printed, without a slash at the end. */
	address: string;
	stop(): Promise<void>;
}

/**
 * Start a program of `src/bin` and wait for the address it prints.
 *
 * @throws Error with what it printed when it ends before that
 */
async function start(program: string, args: readonly string[]): Promise<Running> {
	const child = spawn(process.execPath, ['--import', 'tsx', `src/bin/${program}.ts`, ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const address = await printedAddress(child);
	return { address, stop: () => end(child) };
}

function printedAddress(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let printed = '';
		function read(chunk: unknown) {
			printed += String(chunk);
			const address = /https?:\/\/[\w.[\]:]+:\d+(?=\s)/.exec(printed)?.[0];
			if (address) resolve(address);
		}
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.once('exit', () => reject(new Error(`It ended before it listened:\n${printed}`)));
	});
}

function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill();
	});
}

/** The built dashboard, as `npm start` serves it, on a free port. */
export function startDashboard(...args: string[]): Promise<Running> {
	return start('serve', ['--port', '0', ...args]);
}

/** The sample API, as `npm run sample-api` serves it; on a free port unless `args` say otherwise. */
export function startSampleApi(...args: string[]): Promise<Running> {
	return start('sample-api', ['--port', '0', ...args]);
}
