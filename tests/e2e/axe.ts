import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe: typeof axe;
	}
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations that axe-core finds on the page: each a rule and the elements that break it. */
async function violations(page: Page, rules: axe.RunOptions): Promise<string[]> {
	return page.evaluate(async (options) => {
		// Only violations are described; passes would take longer to describe than to find.
		const { violations } = await window.axe.run({ ...options, resultTypes: ['violations'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`)
		);
	}, rules);
}

/** Off in axe by default: targets of at least 24 × 24 pixels. */
const TARGETS: axe.RuleObject = { 'target-size': { enabled: true } };

/** Tests every rule in the light theme and, in a wide window, the rules about colours in the dark theme. */
export async function expectNoViolations(page: Page, what: string) {
	// Not a script tag, which the page's security policy blocks.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
	expect.soft(await violations(page, { rules: TARGETS }), what).toEqual([]);
	if ((page.viewportSize()?.width ?? 0) < 1000) return;
	await page.emulateMedia({ colorScheme: 'dark' });
	const values = ['color-contrast', 'link-in-text-block'];
	const found = await violations(page, { runOnly: { type: 'rule', values } });
	expect.soft(found, `${what}, dark`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'light' });
}
