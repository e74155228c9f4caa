import { formatAddress, isLoopback, PORT_WORDS } from './address';
import { describeFailure } from './error-messages';
import { findMissingFeatures } from './features';
import type { Server } from './server';

/** Result of probing an address for Beeper. */
export type Diagnosis =
	| { kind: 'invalid-address'; problem: string }
	| { kind: 'checking'; address: string }
	| Running
	/** Beeper responds, but reports that its API is not running. */
	| { kind: 'switched-off'; address: string; status: string }
	| Miss
	/** The user or a browser policy has denied this page access to the local network. */
	| { kind: 'local-network-denied'; address: string }
	/** The dashboard's own Content-Security-Policy forbids requests to the address. */
	| { kind: 'not-allowed'; address: string }
	| { kind: 'token-refused' | 'token-read-only' | 'token-ok'; address: string };

/**
 * Restrictions by the browser of what a page may do at an address, since the server does not allow
 * more: `reads-only`: changes are not sent; `no-errors`: responses with an error cannot be read.
 */
export type PageLimit = 'reads-only' | 'no-errors';

/** A Beeper that this page can read. */
export interface Running {
	kind: 'running';
	address: string;
	server: Server;
	/** Absent when the page is not restricted, or before that is known. */
	limit?: PageLimit;
	/** The relay, with a restricted page: see {@link Miss.relay}. */
	relay?: string;
}

/** An address without a Beeper that this page could use. */
export interface Miss {
	kind:
		/** No response. */
		| 'not-running'
		/** A response that Beeper would not give. */
		| 'something-else'
		/** A server responds, but the browser hides the response from this page. */
		| 'blocked';
	address: string;
	/** Another address at which Beeper responds; absent when none is known. */
	foundAt?: string;
	/** Address of the dashboard's own relay, if Beeper responds there and not here. */
	relay?: string;
	/** Progress of the search on every port that Beeper may use; absent when not requested. */
	search?: 'running' | 'done';
}

export interface DiagnosisMessage {
	tone: 'plain' | 'good' | 'fair' | 'bad';
	title: string;
	/** Instructions for the user; empty when there is nothing to do. */
	fix: string;
	/** A command for the terminal. */
	command?: string;
	/** An address to use instead. */
	use?: string;
	/** Address of the dashboard's own relay, to use instead. */
	relay?: string;
	/** True when further ports can be searched. */
	canSearch?: true;
}

/** Beeper's settings page for its API, the port and tokens. */
const SETTINGS = 'Settings → Integrations';

/**
 * Title, tone and instructions for a diagnosis.
 *
 * @param isAsked - false until the user has taken any action: a failure is then shown as neutral
 */
export function describeDiagnosis(diagnosis: Diagnosis, isAsked = true): DiagnosisMessage {
	const verdict = judge(diagnosis);
	if (isAsked || verdict.tone !== 'bad') return verdict;
	const title =
		diagnosis.kind === 'not-running' ? 'Looking for Beeper… not running yet' : verdict.title;
	return { ...verdict, tone: 'plain', title };
}

function judge(diagnosis: Diagnosis): DiagnosisMessage {
	switch (diagnosis.kind) {
		case 'invalid-address':
			return { tone: 'fair', title: 'Check the address', fix: diagnosis.problem };
		case 'checking':
			return {
				tone: 'plain',
				title: `Looking for Beeper at ${formatAddress(diagnosis.address)}…`,
				fix: ''
			};
		case 'running':
			return describeRunning(diagnosis);
		case 'switched-off':
			return {
				tone: 'fair',
				title: `Beeper is there, but its API is off (“${diagnosis.status}”)`,
				fix: `Turn it on in Beeper: ${SETTINGS}.`
			};
		case 'not-running':
			return describeMiss(
				diagnosis,
				`Can’t reach Beeper at ${formatAddress(diagnosis.address)}`,
				wakeUp(diagnosis)
			);
		case 'something-else':
			return describeMiss(
				diagnosis,
				`Something else is running at ${formatAddress(diagnosis.address)}`,
				`It isn’t Beeper’s API. Look up the port in Beeper: ${SETTINGS}.`
			);
		case 'blocked':
			return describeMiss(
				diagnosis,
				`${formatAddress(diagnosis.address)} blocks this page`,
				`If it’s not Beeper, look up the port in ${SETTINGS}. If it is, open the dashboard from this computer: Beeper allows only pages at localhost, such as http://localhost:23323.`
			);
		case 'local-network-denied':
			return {
				tone: 'bad',
				title: 'The browser blocks the local network',
				fix: 'Open the site settings beside the address bar and allow “Local network access”.'
			};
		case 'not-allowed':
			return describeNotAllowed(diagnosis.address);
		case 'token-refused': {
			const { title, next } = describeFailure('token-refused');
			return { tone: 'bad', title, fix: next };
		}
		case 'token-read-only':
			return {
				tone: 'fair',
				title: 'This token is read-only',
				fix: 'You can see everything. To make changes, create a token with write access.'
			};
		case 'token-ok':
			return { tone: 'good', title: 'Beeper accepts this token', fix: '' };
	}
}

const LIMITS: Readonly<Record<PageLimit, { title: string; fix: string }>> = {
	'reads-only': {
		title: 'but only lets this page read',
		fix: 'The browser would block every change, and nothing would be sent.'
	},
	'no-errors': {
		title: 'but hides its errors from this page',
		fix: 'If Beeper refuses a change, this page can’t say why.'
	}
};

function describeRunning({ server, limit, relay }: Running): DiagnosisMessage {
	const { name = 'Beeper', version } = server;
	const missing = findMissingFeatures(server);
	const title = `${[name, version].filter(Boolean).join(' ')} is running`;
	if (limit) {
		const words = LIMITS[limit];
		const message = { title: `${title}, ${words.title}`, fix: words.fix };
		return { tone: 'fair', ...message, ...(relay !== undefined && { relay }) };
	}
	if (missing.length === 0) return { tone: 'good', title, fix: '' };
	const labels = missing.map(({ label }) => label).join(', ');
	return { tone: 'fair', title, fix: `This version is too old for: ${labels}. Update Beeper.` };
}

function describeMiss(
	{ address, foundAt, relay, search }: Miss,
	title: string,
	fix: string
): DiagnosisMessage {
	if (foundAt !== undefined) {
		const use = `But Beeper is running at ${formatAddress(foundAt)}.`;
		return { tone: 'fair', title, fix: use, use: foundAt };
	}
	if (relay !== undefined) {
		const use = 'This dashboard’s own server can reach Beeper and relay everything.';
		return { tone: 'fair', title, fix: use, relay };
	}
	if (search === 'running') {
		return { tone: 'plain', title, fix: `Checking ports ${PORT_WORDS}…` };
	}
	if (search === 'done') {
		return { tone: 'bad', title, fix: `No Beeper on ports ${PORT_WORDS} either. ${fix}` };
	}
	return { tone: 'bad', title, fix, ...(isLoopback(address) && { canSearch: true }) };
}

function wakeUp({ address }: Miss): string {
	return isLoopback(address)
		? `Start Beeper Desktop, or turn on its API in ${SETTINGS}. Different port? Change the address above.`
		: `Check the address, and that Beeper is running there with Remote Access on: ${SETTINGS}.`;
}

function describeNotAllowed(address: string): DiagnosisMessage {
	const title = `This page can’t call ${formatAddress(address)}`;
	const { protocol, port, origin } = new URL(address);
	if (isLoopback(address)) {
		const use = new URL(`${protocol}//localhost:${port}`).origin;
		return { tone: 'fair', title, fix: 'Use localhost instead.', use };
	}
	return {
		tone: 'fair',
		title,
		fix: 'Your token stays on this computer unless you say otherwise. To allow the address, start the dashboard with',
		command: `npm start -- --allow ${origin}`
	};
}
