import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Locator, type Page } from '@playwright/test';
import { SECTIONS } from '../src/lib/domain/capabilities/row';
import { toSlug } from '../src/lib/domain/capabilities/table/fragment';
import { findBrowser, LAUNCH_ARGS } from './e2e/browser';
import { startDashboard } from './e2e/servers';
import { drawExample, EXAMPLES } from './gallery';

/*
 * `npm run pictures` makes the pictures of the README: its pages from sample data, its gallery from
 * the reference.
 * With a folder as argument it makes pictures of every page, at every width and in both themes.
 */

const EIGHT =
	'/capabilities?network=whatsapp&network=telegram&network=signal&network=imessage&network=facebookgo&network=slackgo&network=discordgo&network=gmessages';

const PAGES = {
	overview: '/overview',
	chats: '/chats?archived=no&low-priority=no',
	cards: '/chats?layout=cards',
	capabilities: '/capabilities',
	eight: EIGHT,
	empty: '/chats?q=nothing+matches+this'
};
/** A table that fits the width of the README in letters of normal size. */
const SHARED = `/capabilities?${new URLSearchParams([
	...['whatsapp', 'telegram', 'signal', 'facebookgo', 'discordgo', 'slackgo'].map((key) => [
		'network',
		key
	]),
	...SECTIONS.slice(2).map((section) => ['fold', toSlug(section)])
])}`;
const WIDTHS = [1440, 1024, 390];
const THEMES = ['light', 'dark'] as const;

const dashboard = await startDashboard();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: LAUNCH_ARGS });

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
	const page = await browser.newPage({
		viewport: { width, height: width < 600 ? 844 : 900 },
		colorScheme,
		deviceScaleFactor: width < 600 ? 2 : 1,
		locale: 'en-GB'
	});
	return page;
}

async function enterSample(page: Page) {
	await page.goto(`${dashboard.address}/connect`);
	await page.getByRole('button', { name: 'Explore sample data' }).click();
	await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

/** Opens a page and waits until every chat is loaded. */
async function show(page: Page, path: string) {
	await page.goto(dashboard.address + path);
	await page.getByRole('status').first().waitFor();
	await page.getByRole('progressbar').waitFor({ state: 'hidden' });
}

async function takeAll(folder: string) {
	for (const theme of THEMES) {
		for (const width of WIDTHS) {
			const page = await open(width, theme);
			await page.goto(`${dashboard.address}/connect`);
			await page.getByText('not running yet').waitFor();
			await page.screenshot({ path: `${folder}/connect-${width}-${theme}.png` });
			await enterSample(page);
			for (const [name, path] of Object.entries(PAGES)) {
				await show(page, path);
				await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png` });
			}
			await show(page, PAGES.chats);
			await page.getByRole('grid', { name: 'Chats' }).getByRole('link').nth(8).click();
			await page.getByRole('heading', { level: 1 }).waitFor();
			await page.screenshot({ path: `${folder}/chat-${width}-${theme}.png` });
			await page.close();
		}
	}
}

/** Saves the table through the share dialog. */
async function shareTable(page: Page, folder: string) {
	await page.goto(dashboard.address + SHARED);
	// The progress bar is shown while chats are loading.
	await page.getByRole('progressbar').waitFor();
	await page.getByRole('progressbar').waitFor({ state: 'hidden' });
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share this table' });
	await dialog.getByRole('radio', { name: 'Full' }).check();
	await savePictures(page, dialog, `${folder}/capabilities`);
}

/** Saves the overview's picture, whose page is open, through the share dialog. */
async function shareOverview(page: Page, folder: string) {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share the overview' });
	await dialog.getByRole('radio', { name: 'Post' }).check();
	await savePictures(page, dialog, `${folder}/overview-post`);
	await dialog.getByRole('button', { name: 'Close' }).click();
}

/** Saves the picture of a share dialog in both themes. @param path - the beginning of their paths */
async function savePictures(page: Page, dialog: Locator, path: string) {
	for (const theme of THEMES) {
		await dialog.getByRole('radio', { name: theme }).check();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: 'Save SVG' }).click()
		]);
		await file.saveAs(`${path}-${theme}.svg`);
	}
}

/** Writes the answers to the ten questions, as the exporter draws them. */
function writeGallery(folder: string) {
	mkdirSync(folder, { recursive: true });
	for (const example of EXAMPLES)
		for (const theme of THEMES)
			writeFileSync(`${folder}/${example.name}-${theme}.svg`, drawExample(example, theme).svg);
}

async function takeForReadme(folder: string) {
	writeGallery(`${folder}/gallery`);
	const page = await open(1440, 'light');
	await enterSample(page);
	await show(page, PAGES.chats);
	await page.screenshot({ path: `${folder}/chats.png` });
	await takeOverview(page, folder);
	await shareTable(page, folder);
}

/** The overview down to its plots, in one high window, and the picture that it shares. */
async function takeOverview(page: Page, folder: string) {
	const size = page.viewportSize();
	await page.setViewportSize({ width: 1440, height: 1780 });
	await show(page, PAGES.overview);
	await page.getByRole('figure').last().waitFor();
	await page.getByText('Checking…').waitFor({ state: 'hidden' });
	await page.screenshot({ path: `${folder}/overview.png` });
	await shareOverview(page, folder);
	if (size) await page.setViewportSize(size);
}

const [folder] = process.argv.slice(2);
mkdirSync(folder ?? '.github/pictures', { recursive: true });
try {
	await (folder ? takeAll(folder) : takeForReadme('.github/pictures'));
} finally {
	await browser.close();
	await dashboard.stop();
}
