import { parseArgs } from 'node:util';
import { VERSIONS, type SampleServerOptions } from '$lib/sample/create-server';
import {
	ASSET_FAULTS,
	CORS_LIMITS,
	CURSOR_KINDS,
	LIST_LIMITS,
	OAUTH_FAULTS,
	SEND_FAULTS,
	SETTINGS,
	WRITE_FAULTS,
	type Behaviour,
	type NotReady
} from '$lib/sample/server/behaviour';

/** A mistake in the command line that the user can correct. */
export class UsageError extends Error {}

/** The options of the sample API's command line. */
export interface SampleApiOptions {
	port: number;
	chats: number;
	seed: number;
	/** The login whose Beeper is simulated; by default the sample person's. */
	login?: string;
	/** See `WorldOptions`. */
	hasRhythm: boolean;
	/** Chats changed by the simulation each second. */
	churn: number;
	server: Pick<SampleServerOptions, 'pageSize' | 'latency' | 'version'>;
	behaviour: Partial<Behaviour>;
}

interface Option {
	/** The placeholder of the value in the usage text; absent for a switch. */
	value?: string;
	/** One line of the usage text. */
	meaning: string;
	/**
	 * @param text - the value; empty for a switch
	 * @throws UsageError for a value that makes no sense
	 */
	read(options: SampleApiOptions, text: string): void;
}

/** Every option by name, in the order of the usage text. */
const OPTIONS: Readonly<Record<string, Option>> = {
	port: {
		value: 'N',
		meaning: 'port on this computer, 0 for a free one (23373)',
		read: (options, text) => (options.port = readWhole('port', text, 0, 65_535))
	},
	chats: {
		value: 'N',
		meaning: 'number of chats (400)',
		read: (options, text) => (options.chats = readWhole('chats', text, 0, 200_000))
	},
	seed: {
		value: 'N',
		meaning: 'seed for the sample chats (1)',
		read: (options, text) => (options.seed = readWhole('seed', text, 0, 2 ** 32 - 1))
	},
	login: {
		value: 'NAME',
		meaning: 'Beeper of another person, with other accounts and chats: letters, such as kim',
		read: (options, text) => (options.login = readLetters('login', text))
	},
	'bundle-id': {
		value: 'ID',
		meaning: 'bundle ID of the app, such as com.automattic.beeper.nightly',
		read: (options, text) => (options.behaviour.bundleID = text)
	},
	'accounts-late': {
		value: 'SECONDS',
		meaning: 'seconds before accounts are listed (0)',
		read: (options, text) => (options.behaviour.accountsFrom = readMoment('accounts-late', text))
	},
	'new-account': {
		value: 'SECONDS',
		meaning: 'seconds before the last account is listed (0)',
		read: (options, text) => (options.behaviour.lastAccountFrom = readMoment('new-account', text))
	},
	'page-size': {
		value: 'N',
		meaning: 'chats per page of the list, whatever limit is requested (25)',
		read: (options, text) => (options.server.pageSize = readWhole('page-size', text, 1, 1000))
	},
	latency: {
		value: 'MS',
		meaning: 'milliseconds before each response (0)',
		read: (options, text) => (options.server.latency = readWhole('latency', text, 0, 60_000))
	},
	'even-activity': {
		meaning: 'spread activity and reminders over day and night, and over the week',
		read: (options) => (options.hasRhythm = false)
	},
	churn: {
		value: 'N',
		meaning: 'chats that change each second (0)',
		read: (options, text) => (options.churn = readWhole('churn', text, 0, 1000))
	},
	version: {
		value: 'V',
		meaning: `version of the server: ${VERSIONS.join(', ')}`,
		read: (options, text) => (options.server.version = readWord('version', text, VERSIONS))
	},
	cursors: {
		value: 'KIND',
		meaning: 'content of cursors: keys, times or offsets (keys)',
		read: (options, text) => (options.behaviour.cursors = readWord('cursors', text, CURSOR_KINDS))
	},
	'list-limit': {
		value: 'WORD',
		meaning: 'handling of a limit on the list of chats: honoured, ignored or refused',
		read: (options, text) =>
			(options.behaviour.listLimit = readWord('list-limit', text, LIST_LIMITS))
	},
	'not-ready': {
		value: 'SECONDS[:N[:STATUS]]',
		meaning:
			'not ready for some seconds: no accounts, only the first N chats (0), 404 or 500 for single chats',
		read: (options, text) => (options.behaviour.notReady = readNotReady(text))
	},
	reminders: {
		value: 'KIND',
		meaning: 'format of reminder times, whatever the version: iso or ms',
		read: (options, text) =>
			(options.behaviour.reminders = readWord('reminders', text, ['iso', 'ms']))
	},
	'token-writes': {
		value: 'STATUS',
		meaning: 'respond with 401 or 403 to every write, while reads work',
		read: (options, text) =>
			(options.behaviour.tokenWrites =
				readWord('token-writes', text, ['401', '403']) === '401' ? 401 : 403)
	},
	'token-expires': {
		value: 'SECONDS',
		meaning: 'seconds until the token expires',
		read: (options, text) =>
			(options.behaviour.tokenExpires = 1000 * readWhole('token-expires', text, 0, 10 ** 9))
	},
	oauth: {
		value: 'KIND',
		meaning: `fault of “Sign in with Beeper”: ${OAUTH_FAULTS.join(', ')}`,
		read: (options, text) => (options.behaviour.oauth = readWord('oauth', text, OAUTH_FAULTS))
	},
	'token-lifetime': {
		value: 'SECONDS',
		meaning: 'seconds until tokens from “Sign in with Beeper” expire',
		read: (options, text) =>
			(options.behaviour.tokenLifetime = 1000 * readWhole('token-lifetime', text, 1, 10 ** 9))
	},
	'write-faults': {
		value: 'KIND',
		meaning: `fault of every write to a chat: ${WRITE_FAULTS.join(', ')}`,
		read: (options, text) =>
			(options.behaviour.writeFaults = readWord('write-faults', text, WRITE_FAULTS))
	},
	'stale-echo': {
		meaning: 'return the old state of a changed chat for 400 ms',
		read: (options) => (options.behaviour.staleEcho = 400)
	},
	send: {
		value: 'KIND',
		meaning: `fate of a message after it was accepted: ${SEND_FAULTS.join(', ')}`,
		read: (options, text) => (options.behaviour.sendFault = readWord('send', text, SEND_FAULTS))
	},
	settings: {
		value: 'LIST',
		meaning: `Beeper’s own settings with side effects: ${SETTINGS.join(',')}`,
		read: (options, text) => (options.behaviour.settings = readWords('settings', text, SETTINGS))
	},
	cors: {
		value: 'LIST',
		meaning: `CORS restrictions for pages: ${CORS_LIMITS.join(',')} (all: none)`,
		read: (options, text) =>
			(options.behaviour.cors = text === 'all' ? [] : readWords('cors', text, CORS_LIMITS))
	},
	'odd-names': {
		meaning: 'names that are invisible, reverse the line or look the same',
		read: (options) => (options.behaviour.oddNames = true)
	},
	merged: {
		value: 'ROUTES',
		meaning: 'merge people, reported a: in search, b: in list and search, c: nowhere',
		read: (options, text) => (options.behaviour.merged = readWord('merged', text, ['a', 'b', 'c']))
	},
	assets: {
		value: 'KIND',
		meaning: `fault of pictures and files: ${ASSET_FAULTS.join(', ')}`,
		read: (options, text) => (options.behaviour.assets = readWord('assets', text, ASSET_FAULTS))
	},
	labels: {
		meaning: 'labels on some chats',
		read: (options) => (options.behaviour.labels = true)
	}
};

const COLUMN =
	2 + Math.max(...Object.entries(OPTIONS).map((option) => formatOption(option).length));

/** The text that `--help` prints. */
export const USAGE = [
	'npm run sample-api -- [options]\n',
	...Object.entries(OPTIONS).map(
		(option) => `  ${formatOption(option).padEnd(COLUMN)}${option[1].meaning}`
	)
].join('\n');

function formatOption([name, { value }]: [string, Option]): string {
	return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/**
 * @param args - as typed, without the program's name
 * @returns null if the options ask for the usage text
 * @throws UsageError
 */
export function readSampleApiOptions(args: readonly string[]): SampleApiOptions | null {
	const values = parse(args);
	if (values.help) return null;
	const options: SampleApiOptions = {
		port: 23_373,
		chats: 400,
		seed: 1,
		hasRhythm: true,
		churn: 0,
		server: {},
		behaviour: {}
	};
	for (const [name, option] of Object.entries(OPTIONS)) {
		const value = values[name];
		if (value !== undefined) option.read(options, typeof value === 'string' ? value : '');
	}
	return options;
}

function parse(args: readonly string[]) {
	const options: Record<string, { type: 'boolean' | 'string' }> = { help: { type: 'boolean' } };
	for (const [name, { value }] of Object.entries(OPTIONS))
		options[name] = { type: value === undefined ? 'boolean' : 'string' };
	try {
		return parseArgs({ args: [...args], options }).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readWhole(name: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most)
		return value;
	throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${text}"`);
}

/**
 * @param text - seconds from now
 * @returns epoch milliseconds
 */
function readMoment(name: string, text: string): number {
	return Date.now() + 1000 * readWhole(name, text, 0, 86_400);
}

function readLetters(name: string, text: string): string {
	if (/^[a-z]+$/i.test(text)) return text;
	throw new UsageError(`--${name} takes letters, not "${text}"`);
}

function readWord<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
	const word = words.find((known) => known === text);
	if (word !== undefined) return word;
	throw new UsageError(`--${name} takes one of ${words.join(', ')}, not "${text}"`);
}

/** Reads words separated by commas. */
function readWords<Word extends string>(
	name: string,
	text: string,
	words: readonly Word[]
): Word[] {
	return text.split(',').map((word) => readWord(name, word.trim(), words));
}

function readNotReady(text: string): NotReady {
	const [seconds = '', listed = '0', status = '404', ...rest] = text.split(':');
	if (rest.length > 0) throw new UsageError('--not-ready takes SECONDS[:N[:STATUS]]');
	return {
		until: Date.now() + 1000 * readWhole('not-ready', seconds, 0, 86_400),
		listed: readWhole('not-ready', listed, 0, 200_000),
		chatStatus: readWord('not-ready', status, ['404', '500']) === '404' ? 404 : 500
	};
}
