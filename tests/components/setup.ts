import { afterEach } from 'vitest';
import './quick-styles';

// Test files share a page, so each test resets it: no fragment in the address, no key held.
afterEach(() => {
	// A test in Node has no page.
	if (typeof window === 'undefined') return;
	history.replaceState(null, '', '/');
	window.dispatchEvent(new Event('blur'));
});

/** Without layout, everything is in sight. */
class ImmediateObserver implements IntersectionObserver {
	readonly root = null;
	readonly rootMargin = '';
	readonly scrollMargin = '';
	readonly thresholds = [];
	readonly #report: IntersectionObserverCallback;

	constructor(report: IntersectionObserverCallback) {
		this.#report = report;
	}

	observe(target: Element) {
		const rect = target.getBoundingClientRect();
		const entry = {
			...{ target, isIntersecting: true, intersectionRatio: 1, time: 0, rootBounds: null },
			...{ boundingClientRect: rect, intersectionRect: rect }
		};
		this.#report([entry], this);
	}

	unobserve() {}
	disconnect() {}
	takeRecords() {
		return [];
	}
}

// Without layout, nothing scrolls.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => {};

globalThis.IntersectionObserver = ImmediateObserver;
