import type { Locator, Page } from '@playwright/test';
import { allLoaded, connect, rows } from './fixtures';
import type { Running } from './servers';

/** WhatsApp chats of the inbox that can be archived. */
export const VIEW = '/chats?network=whatsapp&archived=no&pinned=no';

/** Connects and waits for every chat. @param total - as the page formats it */
export async function openView(page: Page, api: Running, path = VIEW, total?: string) {
	await connect(page, api, path);
	await allLoaded(page, total);
}

/** Selects the first rows. */
export async function selectFirst(page: Page, count: number) {
	for (let place = 0; place < count; place++) {
		await rows(page).nth(place).getByRole('checkbox').check();
	}
}

/** A button of the bulk bar. */
export function action(page: Page, name: string): Locator {
	return page
		.getByRole('region', { name: 'Selected chats' })
		.getByRole('button', { name, exact: true });
}

export function summary(page: Page): Locator {
	return page.getByRole('region', { name: 'Summary' });
}

/** The headline of the bulk summary. */
export function outcome(page: Page): Locator {
	return summary(page).getByRole('status');
}

/** Archives the first chats of the list through the page. */
export async function archiveFirst(page: Page, count: number) {
	await selectFirst(page, count);
	await action(page, 'Archive').click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Archive/ })
		.click();
}
