import { html, raw } from 'hono/html';
import type { TokenScope } from './middleware';

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1d23; --muted: #59606d; --page: #f5f6f8; --card: #fff; --line: #d9dde4; --accent: #2f5bea; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef2; --muted: #a3abb9; --page: #14161a; --card: #1c1f25; --line: #363b45; --accent: #8ea8ff; --on-accent: #10131a; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 26rem; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 0.75rem; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
.muted { color: var(--muted); font-size: 0.875rem; }
strong, .where { overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-bottom: 1rem; }
button { flex: 1 1 8rem; min-height: 2.5rem; padding: 0 1rem; border: 1px solid var(--line); border-radius: 0.375rem; background: none; color: inherit; font: inherit; font-weight: 500; cursor: pointer; }
button.allow { border-color: transparent; background: var(--accent); color: var(--on-accent); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.muted:last-child { margin: 0; }
`;

const PERMISSIONS: Readonly<Record<TokenScope, string>> = {
	read: 'Read your chats, messages and accounts',
	write: 'Change chats, set reminders and send messages'
};

export interface Consent {
	/** Identifies the request when the user has decided. */
	request: string;
	/** The client's name for itself. */
	clientName: string;
	/** The page that the user is sent to afterwards. */
	origin: string;
	scopes: readonly TokenScope[];
	/** Milliseconds; `Infinity`: until it is revoked. */
	lifetime: number;
}

/** The page that asks the user whether a client may use the API. */
export function renderConsent({ request, clientName, origin, scopes, lifetime }: Consent) {
	return renderPage(
		'Allow access?',
		html`<h1>Allow ${clientName} to use your Beeper?</h1>
			<p class="where">The page at <strong>${origin}</strong> asks to:</p>
			<ul>
				${scopes.map((scope) => html`<li>${PERMISSIONS[scope]}</li>`)}
			</ul>
			<p class="muted">${formatLifetime(lifetime)}</p>
			<form method="post" action="/oauth/authorize">
				<input type="hidden" name="request" value="${request}" />
				<button class="allow" name="decision" value="allow">Allow</button>
				<button name="decision" value="deny">Don’t allow</button>
			</form>
			<p class="muted">This is the sample API: its people and messages are made up.</p>`
	);
}

/** The page for a request that can't be answered to the client, because it is not known. */
export function renderRefusal(reason: string) {
	return renderPage(
		'Can’t sign in',
		html`<h1>Can’t sign in</h1>
			<p class="where">${reason}</p>
			<p class="muted">Nothing was allowed. Go back and try again.</p>`
	);
}

function renderPage(title: string, content: ReturnType<typeof html>) {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>${title} · Sample API</title>
				${raw(`<style>${STYLE}</style>`)}
			</head>
			<body>
				<main>${content}</main>
			</body>
		</html>`;
}

function formatLifetime(lifetime: number): string {
	if (lifetime === Infinity) return 'Until you revoke it.';
	const minutes = Math.ceil(lifetime / 60_000);
	return minutes === 1 ? 'For one minute.' : `For ${minutes.toLocaleString('en-US')} minutes.`;
}

/**
 * Headers of these pages: they run no script, load nothing, can't be framed, and their form leads
 * only here and back to the client.
 *
 * @param origin - of the client; absent: there is no form
 */
export async function getPageHeaders(origin?: string): Promise<Record<string, string>> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
	const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
	const policy = [
		"default-src 'none'",
		`style-src 'sha256-${hash}'`,
		origin ? `form-action 'self' ${origin}` : "form-action 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'"
	];
	return {
		'Content-Security-Policy': policy.join('; '),
		'X-Frame-Options': 'DENY',
		'X-Content-Type-Options': 'nosniff',
		// Without the page's own origin in it, the form would not be told from that of another page.
		'Referrer-Policy': 'same-origin',
		'Cache-Control': 'no-store'
	};
}
