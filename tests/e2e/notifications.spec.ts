import type { Page } from '@playwright/test';
import { expect, exploreSample, rows, setHidden, test } from './fixtures';

/** A notification that the page has shown. */
interface Shown {
	title: string;
	body: string;
	tag: string;
}

/** Replaces the browser's notifications, which no test could see, by ones that are recorded. */
async function recordNotifications(page: Page, answer: NotificationPermission) {
	await page.addInitScript((permission) => {
		const all: object[] = [];
		class RecordedNotification {
			static permission = 'default';
			static requestPermission() {
				RecordedNotification.permission = permission;
				return Promise.resolve(permission);
			}
			constructor(title: string, options: NotificationOptions) {
				all.push(Object.assign(this, options, { title }));
			}
			close() {
				all.length = 0;
			}
		}
		Object.assign(window, { Notification: RecordedNotification, shownNotifications: all });
	}, answer);
}

function getShown(page: Page): Promise<Shown[]> {
	return page.evaluate<Shown[]>('shownNotifications.map(({title,body,tag})=>({title,body,tag}))');
}

/** Turns on the notifications of the current view, saved under its suggested name. */
async function notifyOfView(page: Page) {
	await page.getByRole('button', { name: 'Save this view' }).click();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Manage saved views' }).click();
	await page.getByRole('button', { name: /^Notify me: / }).click();
}

test('a hidden page notifies of new messages in a saved view, and a click opens their chat', async ({
	page
}) => {
	await recordNotifications(page, 'granted');
	await exploreSample(page, '/chats?type=single');
	await expect(rows(page).first()).toBeVisible();
	await notifyOfView(page);
	const bell = page.getByRole('button', { name: /^Notify me: / });
	await expect(bell).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Done' }).click();
	await setHidden(page, true);
	await expect.poll(() => getShown(page), { timeout: 60_000 }).not.toEqual([]);
	const [first] = await getShown(page);
	expect(first).toMatchObject({
		title: expect.stringMatching(/./),
		body: expect.stringMatching(/./)
	});
	await page.evaluate('shownNotifications[0].onclick()');
	await expect(page).toHaveURL(`/chats/${encodeURIComponent(first?.tag ?? '')}`);
	await expect(
		page.getByRole('heading', { level: 1, name: first?.title ?? '', exact: true })
	).toBeVisible();
});

test('of two hidden tabs only one notifies', async ({ page }) => {
	await recordNotifications(page, 'granted');
	await exploreSample(page, '/chats?type=single');
	await expect(rows(page).first()).toBeVisible();
	await notifyOfView(page);
	const other = await page.context().newPage();
	await recordNotifications(other, 'granted');
	await other.addInitScript(() => Object.assign(Notification, { permission: 'granted' }));
	await exploreSample(other, '/chats?type=single');
	await expect(rows(other).first()).toBeVisible();
	for (const tab of [page, other]) await setHidden(tab, true);
	// Both read the same chats, which change at the same pace.
	await expect.poll(() => getShown(page), { timeout: 60_000 }).not.toEqual([]);
	expect(await getShown(other)).toEqual([]);
	await page.close();
	await expect.poll(() => getShown(other), { timeout: 60_000 }).not.toEqual([]);
});

test('where notifications are blocked, that is said and nothing is turned on', async ({ page }) => {
	await recordNotifications(page, 'denied');
	await exploreSample(page, '/chats?type=single');
	await notifyOfView(page);
	await expect(page.getByText('Notifications are blocked for this page')).toBeVisible();
	const bell = page.getByRole('button', { name: /^Notify me: / });
	await expect(bell).toHaveAttribute('aria-pressed', 'false');
});
