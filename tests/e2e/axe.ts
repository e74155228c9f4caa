import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe: typeof axe;
	}
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong on the page as it stands: a rule and the elements that break it. */
export async function violations(page: Page): Promise<string[]> {
	// Not a script tag: the page's security policy would refuse that, and rightly.
	await page.evaluate(SOURCE);
	return page.evaluate(async () => {
		const { violations } = await window.axe.run();
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`)
		);
	});
}
