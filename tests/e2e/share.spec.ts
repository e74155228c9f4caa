import type { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { expect, tabTo, test } from './fixtures';
import { openShare, openTable, readColumnNames, save } from './sharing';

/** Decodes a picture in the browser: its size, and the number of colours among every hundredth pixel. */
async function measurePicture(page: Page, png: Buffer) {
	return page.evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
		const context = canvas.getContext('2d');
		if (!context) throw new Error('This browser cannot look at pictures');
		context.drawImage(image, 0, 0);
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		const words = new Uint32Array(data.buffer);
		const colours = new Set(words.filter((_, index) => index % 100 === 0));
		return { width: canvas.width, height: canvas.height, colours: colours.size };
	}, png.toString('base64'));
}

test('a table is shared by keyboard alone; a PNG shows something, an SVG has text in it, without names unless ticked', async ({
	page,
	api
}) => {
	await openTable(page, api, '?by=account&network=signal&network=whatsapp');
	await test.step('everything is reached by keyboard', async () => {
		const button = page.getByRole('button', { name: 'Share', exact: true });
		await button.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Share this table' });
		await expect(dialog.getByRole('button', { name: 'Copy picture' })).toBeFocused();
		for (const name of [
			'Save SVG',
			'Copy JSON',
			'Copy link',
			'Copy snapshot link',
			'Save snapshot'
		])
			await tabTo(page, dialog.getByRole('button', { name, exact: true }));
		const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
		expect(file.suggestedFilename()).toContain('beeper-snapshot');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
		await expect(button).toBeFocused();
	});

	const names = (await readColumnNames(page)).flatMap(
		(head) => /: (.+)/.exec(head)?.slice(1) ?? []
	);
	expect(names.length).toBeGreaterThan(0);
	await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 1 });
	await expect(page).toHaveURL(/baseline=/);
	const dialog = await openShare(page);
	const large = await save(page, dialog, 'Save PNG');
	await dialog.getByRole('radio', { name: '1×' }).check();
	const small = await save(page, dialog, 'Save PNG');
	expect(small.name).toMatch(/^beeper-capabilities-\d{4}-\d\d-\d\d\.png$/);
	expect(large.name).toBe(small.name.replace('.png', '@2x.png'));
	const [one, two] = [
		await measurePicture(page, small.bytes),
		await measurePicture(page, large.bytes)
	];
	expect(one.colours).toBeGreaterThan(20);
	expect(one.width).toBeGreaterThan(300);
	expect([two.width, two.height]).toEqual([one.width * 2, one.height * 2]);
	await expect(dialog.getByRole('status')).toHaveText(`${small.name} saved.`);

	const first = await save(page, dialog, 'Save SVG');
	const again = await save(page, dialog, 'Save SVG');
	expect(again.bytes.equals(first.bytes)).toBe(true);
	const discreet = first.bytes.toString('utf8');
	// The policy of the dashboard's pages forbids parsing.
	const reader = await page.context().newPage();
	const found = await reader.evaluate((svg) => {
		const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
		const words = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
		return { root: picture.documentElement.localName, words };
	}, discreet);
	expect(found.root).toBe('svg');
	expect(found.words).toContain('Signal');
	for (const name of names) expect(discreet).not.toContain(name.trim());
	// The baseline is described without its name, too.
	const markdown = (await save(page, dialog, 'Save Markdown')).bytes.toString('utf8');
	expect(markdown).toMatch(/\*\*(Signal|WhatsApp)( \d)?\*\*: .*baseline/);
	for (const name of names) expect(markdown).not.toContain(name.trim());
	await dialog.getByRole('checkbox', { name: 'Show account names' }).check();
	const open = (await save(page, dialog, 'Save SVG')).bytes.toString('utf8');
	const [word = ''] = names[0]?.trim().split(' ') ?? [];
	expect(open).toContain(word);
});

test('a picture and texts go to the clipboard, and files hold the same', async ({ page, api }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await openTable(page, api, '?network=signal');
	const dialog = await openShare(page);
	await dialog.getByRole('button', { name: 'Copy picture' }).click();
	await expect(dialog.getByRole('status')).toHaveText('Picture copied.');
	const types = await page.evaluate(async () => {
		const items = await navigator.clipboard.read();
		return items.flatMap((item) => item.types);
	});
	expect(types).toEqual(['image/png']);

	await dialog.getByRole('button', { name: 'Copy Markdown' }).click();
	await expect(dialog.getByRole('status')).toHaveText('Markdown copied.');
	const markdown = await page.evaluate(() => navigator.clipboard.readText());
	expect(markdown).toContain('| Capability | Signal |');
	expect((await save(page, dialog, 'Save Markdown')).bytes.toString('utf8')).toBe(markdown);

	const csv = (await save(page, dialog, 'Save CSV')).bytes.toString('utf8');
	expect(csv).toMatch(/^\ufeffSection,Capability,Path,Signal\r\n/);
	expect(JSON.parse((await save(page, dialog, 'Save JSON')).bytes.toString('utf8'))).toMatchObject({
		columns: [{ name: 'Signal' }]
	});
});
