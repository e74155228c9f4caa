import type { Page } from '@playwright/test';
import { expect, exploreSample, rows, setHidden, test } from './fixtures';

/** A notification that the page has shown. */
interface Shown {
	title: string;
	body: string;
	tag: string;
}

/** Replaces the browser's notifications, which no test could see, by ones that are recorded. */
async function recordNotifications(page: Page) {
	await page.addInitScript(() => {
		const all: object[] = [];
		class RecordedNotification {
			static permission = 'default';
			/** The person’s choice in the browser. */
			static answer = 'granted';
			static requestPermission() {
				RecordedNotification.permission = RecordedNotification.answer;
				return Promise.resolve(RecordedNotification.answer);
			}
			constructor(title: string, options: NotificationOptions) {
				all.push(Object.assign(this, options, { title }));
			}
			close() {
				all.length = 0;
			}
		}
		Object.assign(window, { Notification: RecordedNotification, shownNotifications: all });
	});
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

/** The pace at which the sample’s chats change, in milliseconds. */
const PACE = 4_000;

/** Lets time pass in tabs until one has shown a notification. */
async function passTimeUntilShown(shown: Page, ...others: readonly Page[]) {
	await expect
		.poll(async () => {
			for (const tab of [shown, ...others]) await tab.clock.runFor(PACE);
			return getShown(shown);
		})
		.not.toEqual([]);
}

test('a hidden page notifies of new messages in a saved view, once that is allowed, and a click opens their chat', async ({
	page
}) => {
	await page.clock.install();
	await recordNotifications(page);
	await exploreSample(page, '/chats?type=single');
	await expect(page.getByText('Live', { exact: true })).toBeVisible();
	const bell = page.getByRole('button', { name: /^Notify me: / });
	await test.step('where notifications are blocked, that is said and nothing is turned on', async () => {
		await page.evaluate("Notification.answer = 'denied'");
		await notifyOfView(page);
		await expect(page.getByText('Notifications are blocked for this page')).toBeVisible();
		await expect(bell).toHaveAttribute('aria-pressed', 'false');
	});

	await test.step('once they are allowed, a message is told of', async () => {
		await page.evaluate("Notification.answer = 'granted'");
		await bell.click();
		await expect(bell).toHaveAttribute('aria-pressed', 'true');
		await page.getByRole('button', { name: 'Done' }).click();
		await setHidden(page, true);
		await passTimeUntilShown(page);
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
});

test('of two hidden tabs only one notifies', async ({ page }) => {
	await page.context().clock.install();
	await recordNotifications(page);
	await exploreSample(page, '/chats?type=single');
	await expect(rows(page).first()).toBeVisible();
	await notifyOfView(page);
	const other = await page.context().newPage();
	await recordNotifications(other);
	await other.addInitScript(() => Object.assign(Notification, { permission: 'granted' }));
	await exploreSample(other, '/chats?type=single');
	await expect(rows(other).first()).toBeVisible();
	for (const tab of [page, other]) await setHidden(tab, true);
	// Both read the same chats, which change at the same pace.
	await passTimeUntilShown(page, other);
	expect(await getShown(other)).toEqual([]);
	await page.close();
	await passTimeUntilShown(other);
});
