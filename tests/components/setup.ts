import { afterEach } from 'vitest';

// Files share a page, and each test begins as on a fresh one: no fragment in the address, no key held.
afterEach(() => {
	// A test in Node has no page.
	if (typeof window === 'undefined') return;
	history.replaceState(null, '', '/');
	window.dispatchEvent(new Event('blur'));
});
