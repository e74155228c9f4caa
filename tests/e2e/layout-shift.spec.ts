import type { Page } from '@playwright/test';
import { allLoaded, connect, expect, test } from './fixtures';

/** How far things on the page have moved by themselves, as browsers measure it: 0 is not at all. */
function movedBy(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					const shifts = list.getEntries().map((entry) => Number(Reflect.get(entry, 'value')));
					resolve(shifts.reduce((sum, shift) => sum + shift, 0));
				}).observe({ type: 'layout-shift', buffered: true });
				// Nothing is told where nothing has moved.
				requestAnimationFrame(() => setTimeout(() => resolve(0)));
			})
	);
}

for (const [width, height] of [
	[1440, 900],
	[1024, 768],
	[390, 844]
] as const) {
	test.describe(`in a window ${width} pixels wide`, () => {
		test.use({ viewport: { width, height } });

		test('nothing on the page moves by itself while it loads', async ({ page, api }) => {
			await connect(page, api, '/chats?archived=no&low-priority=no');
			await allLoaded(page);
			await page.reload();
			await allLoaded(page);
			// Counts grow by some digits while chats come in; a row of controls is ten times that.
			expect(await movedBy(page)).toBeLessThan(0.02);
		});
	});
}
