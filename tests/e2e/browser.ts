import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const COMMANDS = [
	// Made for programs: a page costs it three quarters of the time.
	'chromium-headless-shell',
	'google-chrome',
	'google-chrome-stable',
	'chromium',
	'chromium-browser',
	'microsoft-edge',
	'microsoft-edge-stable'
];

const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
		.filter((folder) => folder !== undefined)
		.flatMap((folder) => [
			join(folder, 'Google/Chrome/Application/chrome.exe'),
			join(folder, 'Microsoft/Edge/Application/msedge.exe')
		])
];

const isRoot = process.getuid?.() === 0;

export const LAUNCH_ARGS = [
	// Without this each window loads two pages for an address bar that is never shown.
	'--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
	// Chromium's sandbox does not work for root, the user of containers and CI machines.
	...(isRoot ? ['--no-sandbox'] : [])
];

function installed(): string[] {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const named = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
	return [process.env.CHROME_PATH ?? '', ...named, ...PLACES, chromium.executablePath()].filter(
		(path) => path && existsSync(path)
	);
}

/** An installed browser may lack a library, or be a stub, so it is started to find out. */
async function starts(executablePath: string): Promise<boolean> {
	try {
		const browser = await chromium.launch({ executablePath, args: LAUNCH_ARGS });
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

async function firstThatStarts(): Promise<string | null> {
	for (const path of installed()) if (await starts(path)) return path;
	return null;
}

function run(command: string, ...args: string[]) {
	console.log(`> ${command} ${args.join(' ')}`);
	spawnSync(command, args, {
		stdio: 'inherit',
		timeout: 10 * 60_000,
		shell: process.platform === 'win32',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}

function installPackage(name: string) {
	run('apt-get', 'install', '--yes', '--no-install-recommends', name);
}

const hasPackages = isRoot && existsSync('/usr/bin/apt-get');

const INSTALLERS = [
	{ fits: true, install: () => run('npx', 'playwright', 'install', 'chromium') },
	{
		fits: hasPackages,
		install: () => {
			run('apt-get', 'update');
			installPackage('chromium-headless-shell');
		}
	},
	// Older systems have no package of the shell.
	{ fits: hasPackages, install: () => installPackage('chromium') }
];

/**
 * The path of a Chromium-based browser that starts: an installed one, or one that is installed now.
 *
 * @throws Error with instructions to install one
 */
export async function findBrowser(): Promise<string> {
	const found = await firstThatStarts();
	if (found) return found;
	for (const { fits, install } of INSTALLERS) {
		if (!fits) continue;
		install();
		const path = await firstThatStarts();
		if (path) return path;
	}
	throw new Error(
		'The browser tests need Chrome, Chromium or Edge, and none could be found or installed. ' +
			'Install one, or set CHROME_PATH to its executable, and run the tests again.'
	);
}
