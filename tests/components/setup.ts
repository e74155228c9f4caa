import { afterEach } from 'vitest';

// Files share a page, and each test begins as on a fresh one: no fragment in the address, no key held.
afterEach(() => {
	history.replaceState(null, '', '/');
	window.dispatchEvent(new Event('blur'));
});
