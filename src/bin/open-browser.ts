import { spawn } from 'node:child_process';
import { platform } from 'node:os';

/** The program of each system that opens an address in the browser; Windows wants a title first. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
	darwin: ['open'],
	win32: ['cmd', '/c', 'start', '']
};

/**
 * Opens an address in the browser. Where that is not possible nothing happens: the address has been
 * printed, too.
 */
export function openBrowser(address: string) {
	const [program, ...args] = OPENERS[platform()] ?? ['xdg-open'];
	const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
	child.once('error', () => undefined);
	child.unref();
}
