import { isLoopback } from './address';
import { missingFeatures } from './features';
import type { Server } from './source';

/** What the doctor found at an address. */
export type Diagnosis =
	| { kind: 'invalid-address'; problem: string }
	| { kind: 'checking'; address: string }
	| { kind: 'running'; address: string; server: Server }
	/** Beeper answers, but says that its API is not running. */
	| { kind: 'switched-off'; address: string; status: string }
	| Miss
	/** The user, or a policy, told the browser to keep this page from the local network. */
	| { kind: 'local-network-denied'; address: string }
	/** The dashboard's own security policy does not let it call the address. */
	| { kind: 'not-allowed'; address: string }
	| { kind: 'token-refused' | 'token-read-only' | 'token-ok'; address: string };

/** No Beeper that this page could use. */
export interface Miss {
	kind:
		/** Nothing answers. */
		| 'not-running'
		/** An answer that Beeper would not give. */
		| 'something-else'
		/** Something answers, but the browser may not show this page what. */
		| 'blocked';
	address: string;
	/** Where Beeper answers instead; absent when nowhere, or not looked for yet. */
	foundAt?: string;
}

export interface Verdict {
	tone: 'plain' | 'good' | 'fair' | 'bad';
	title: string;
	/** What to do now; empty when there is nothing to do. */
	fix: string;
	/** To be typed into a terminal. */
	command?: string;
	/** An address to use instead. */
	use?: string;
}

/** Where Beeper keeps its API's switch, port and tokens. */
const SETTINGS = 'Settings → Integrations (older versions: Developers)';

export function verdictOf(diagnosis: Diagnosis): Verdict {
	switch (diagnosis.kind) {
		case 'invalid-address':
			return { tone: 'fair', title: 'Check the address', fix: diagnosis.problem };
		case 'checking':
			return { tone: 'plain', title: `Looking for Beeper at ${diagnosis.address}…`, fix: '' };
		case 'running':
			return runningVerdict(diagnosis.server);
		case 'switched-off':
			return {
				tone: 'fair',
				title: `Beeper is there, but its API is off (“${diagnosis.status}”)`,
				fix: `Turn it on in Beeper: ${SETTINGS}.`
			};
		case 'not-running':
			return missVerdict(diagnosis, `Nothing answers at ${diagnosis.address}`, wakeUp(diagnosis));
		case 'something-else':
			return missVerdict(
				diagnosis,
				`Something else answers at ${diagnosis.address}`,
				`It is not Beeper’s API. Look up the port in Beeper: ${SETTINGS}.`
			);
		case 'blocked':
			return missVerdict(
				diagnosis,
				`${diagnosis.address} does not let this page in`,
				`Either it is not Beeper: look up the port in ${SETTINGS}. Or this page was not opened from this computer: Beeper lets in only pages at localhost, such as http://localhost:4173.`
			);
		case 'local-network-denied':
			return {
				tone: 'bad',
				title: 'The browser keeps this page from the local network',
				fix: 'Open the site settings beside the browser’s address bar and allow “Local network access”.'
			};
		case 'not-allowed':
			return notAllowedVerdict(diagnosis.address);
		case 'token-refused':
			return {
				tone: 'bad',
				title: 'Beeper refused this token',
				fix: 'It may have been removed, have expired, or belong to another Beeper. Make a new one and paste it.'
			};
		case 'token-read-only':
			return {
				tone: 'fair',
				title: 'This token is read-only',
				fix: 'You will see everything and can change nothing. For changes, make a token that may write.'
			};
		case 'token-ok':
			return { tone: 'good', title: 'Beeper accepts this token', fix: '' };
	}
}

function runningVerdict(server: Server): Verdict {
	const { name = 'Beeper', version } = server;
	const missing = missingFeatures(server);
	const title = `${[name, version].filter(Boolean).join(' ')} is running`;
	if (missing.length === 0) return { tone: 'good', title, fix: '' };
	const labels = missing.map(({ label }) => label).join(', ');
	return { tone: 'fair', title, fix: `This version is too old for: ${labels}. Update Beeper.` };
}

function missVerdict({ foundAt }: Miss, title: string, fix: string): Verdict {
	if (foundAt === undefined) return { tone: 'bad', title, fix };
	return { tone: 'fair', title, fix: `But Beeper answers at ${foundAt}.`, use: foundAt };
}

function wakeUp({ address }: Miss): string {
	return isLoopback(address)
		? `Start Beeper Desktop. If it runs already, its API is switched off or has another port: look in ${SETTINGS}.`
		: `Check the address, and that Beeper runs there with Remote Access on: ${SETTINGS}.`;
}

function notAllowedVerdict(address: string): Verdict {
	const title = `This page may not call ${address}`;
	const { protocol, port, origin } = new URL(address);
	if (isLoopback(address)) {
		const use = new URL(`${protocol}//localhost:${port}`).origin;
		return { tone: 'fair', title, fix: 'Name this computer localhost instead.', use };
	}
	return {
		tone: 'fair',
		title,
		fix: 'Your token stays on this computer unless you say otherwise. To allow the address, start the dashboard with',
		command: `npm start -- --allow ${origin}`
	};
}
