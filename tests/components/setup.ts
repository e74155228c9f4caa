import { afterEach } from 'vitest';

// Test files share a page, so each test resets it: no fragment in the address, no key held.
afterEach(() => {
	// A test in Node has no page.
	if (typeof window === 'undefined') return;
	history.replaceState(null, '', '/');
	window.dispatchEvent(new Event('blur'));
});
