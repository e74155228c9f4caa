import { Buffer } from 'node:buffer';
import type { Locator, Page } from '@playwright/test';
import { PNG, WAV, WEBM } from './files';
import { connect, expect, follow, tabTo, test } from './fixtures';

const SECRET = 'a secret that must not leave';

function table(page: Page): Locator {
	return page.getByRole('table', { name: 'Where you can send it' });
}

function getNetworkRow(page: Page, name: string | RegExp): Locator {
	return table(page)
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name }) });
}

function chooser(page: Page): Locator {
	return page.getByLabel('Choose files');
}

async function loaded(page: Page) {
	await expect(page.getByRole('heading', { level: 1, name: 'Check before sending' })).toBeVisible();
	await expect(page.getByRole('progressbar')).toBeHidden();
}

/** Drops files on the page, by events, since Playwright's mouse cannot drag files in. */
async function drop(
	page: Page,
	files: readonly { name: string; type: string; base64: string }[],
	size = 0
) {
	const dataTransfer = await page.evaluateHandle(
		([dropped, bytes]) => {
			const transfer = new DataTransfer();
			for (const { name, type, base64 } of dropped) {
				const parts: BlobPart[] = [Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))];
				if (name.endsWith('.bin')) parts.push(new Uint8Array(bytes));
				transfer.items.add(new File(parts, name, { type }));
			}
			return transfer;
		},
		[files, size] as const
	);
	await page.getByRole('main').dispatchEvent('dragover', { dataTransfer });
	await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
}

test('files that are dropped, chosen or pasted are measured: who takes them, and why not; nothing leaves the page', async ({
	page,
	api
}) => {
	await connect(page, api, '/capabilities/check');
	await loaded(page);
	await test.step('a sound that plays is measured, so is a file that is pasted, and odd files are said to be odd', async () => {
		await chooser(page).setInputFiles({ name: 'a.wav', mimeType: 'audio/wav', buffer: WAV });
		await expect(page.getByText('audio/wav · 16 kB · 2 s')).toBeVisible();
		await page.evaluate((base64) => {
			const clipboardData = new DataTransfer();
			const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
			clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
			document.body.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
			);
		}, PNG.toString('base64'));
		await expect(page.getByText('image/png · 73 bytes · 3 × 2 px')).toBeVisible();
		await chooser(page).setInputFiles([
			{ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
			{ name: 'broken.png', mimeType: 'image/png', buffer: PNG.subarray(0, 40) },
			{ name: 'README', mimeType: '', buffer: Buffer.from('words') }
		]);
		const items = page.getByRole('list', { name: 'Files' }).getByRole('listitem');
		for (const [name, words] of [
			['empty.jpg', 'Empty file'],
			['broken.png', 'Width and height unknown, not checked'],
			['README', 'Type unknown']
		] as const) {
			await expect(items.filter({ hasText: name })).toContainText(words);
		}
	});

	await follow(page, '/capabilities/check');
	await loaded(page);
	await expect(page.getByRole('list', { name: 'Files' })).toHaveCount(0);
	await test.step('three files that are dropped', async () => {
		const sent: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith('blob:')) {
				sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
			}
		});
		await drop(
			page,
			[
				{ name: 'photo.txt', type: 'text/plain', base64: PNG.toString('base64') },
				{ name: 'film.webm', type: 'video/webm', base64: WEBM.toString('base64') },
				{ name: 'big.bin', type: '', base64: Buffer.from(SECRET).toString('base64') }
			],
			27_000_000
		);
		const files = page.getByRole('list', { name: 'Files' });
		await expect(files.getByText('image/png · 73 bytes · 3 × 2 px')).toBeVisible();
		await expect(files.getByText('Duration unknown, not checked')).toBeVisible();
		await expect(files.getByText('Type unknown: checked as a plain file.')).toBeVisible();

		const discord = getNetworkRow(page, /^Discord/);
		await expect(discord).toContainText('No');
		await expect(discord).toContainText('photo.txt: sent as an image');
		await expect(discord).toContainText('big.bin: 27 MB, Discord allows 10 MB');
		const whatsapp = getNetworkRow(page, /^WhatsApp(?! not reported)/);
		await expect(whatsapp).toContainText('Yes, but changed');
		await expect(whatsapp).toContainText('film.webm: webm is converted');
		await expect(getNetworkRow(page, 'Google Voice')).toContainText(
			'Google Voice doesn’t accept video files of type video/webm'
		);

		await page.getByLabel('Text', { exact: true }).fill(`${SECRET} `.repeat(90));
		await expect(getNetworkRow(page, /^Signal/)).toContainText(
			'2,610 characters, Signal allows 2,000'
		);
		await page.getByLabel('Caption').fill(SECRET);
		await expect(getNetworkRow(page, /^Instagram(?! not reported)/)).toContainText(
			'caption is dropped'
		);
		await expect(page).toHaveURL(
			/check\?file=image,png,73b,3x2&file=video,webm.*&caption=28&text=2610$/
		);
		expect(page.url()).not.toMatch(/secret|photo/);
		expect(sent.join('\n')).not.toMatch(/secret|photo|PNG|POST|PUT/);

		const verdicts = await table(page)
			.getByRole('row')
			.locator('td:nth-of-type(1)')
			.allInnerTexts();
		const order = ['Yes', 'Yes, but changed', 'Not known', 'No'];
		const ranks = verdicts.map((verdict) => order.indexOf(verdict.trim()));
		expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
	});
});

test('a question is asked by keyboard alone, or in the address, which follows what is typed', async ({
	page,
	api
}) => {
	await test.step('write, read the answer, ask what can still be done, go back', async () => {
		await connect(page, api, '/capabilities/check');
		await loaded(page);
		await expect(page.getByText('Choose a file or write text')).toBeVisible();
		await tabTo(page, chooser(page));
		await tabTo(page, page.getByLabel('Text', { exact: true }));
		await page.keyboard.type('**bold** and ~~gone~~');
		await expect(getNetworkRow(page, 'LinkedIn')).toContainText(
			'formatting dropped: bold, strikethrough'
		);
		await tabTo(page, page.getByLabel('How long ago'));
		await page.keyboard.type('4');
		const ages = page.getByRole('table', { name: 'What can still be done' });
		const whatsapp = ages.getByRole('row').filter({
			has: page.getByRole('rowheader', { name: /^WhatsApp(?! not reported)/ })
		});
		await expect(whatsapp).toContainText('11 min left');
		await page.keyboard.type('0');
		await expect(whatsapp).toContainText('too late (15 min limit)');
		await expect(page).toHaveURL('/capabilities/check?text=21,bold,strikethrough&age=40min');
		await page.getByRole('heading', { level: 1 }).click();
		await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Capabilities' }));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/capabilities');
	});

	await test.step('a question in the address is answered, and typing another one changes the address', async () => {
		await follow(
			page,
			'/capabilities/check?file=video,mp4,120MB,2min,1920x1080&caption=300&age=2d'
		);
		await loaded(page);
		const line = page.getByLabel('Describe a file, a text or an age');
		await expect(line).toHaveValue(
			'video · mp4 · 120 MB · 2 min · 1920×1080 · caption 300 · 2 days old'
		);
		await expect(getNetworkRow(page, /^Discord/)).toContainText('120 MB, Discord allows 10 MB');
		await expect(getNetworkRow(page, /^Discord/)).toContainText('fits below 10 MB');
		await expect(page.getByText(/don’t say$/).first()).toBeVisible();
		await line.fill('jpeg 10.2 MB flurb');
		await expect(page).toHaveURL('/capabilities/check?file=image,jpeg,10.2MB');
		await expect(page.getByText('Didn’t understand “flurb”.')).toBeVisible();
		await expect(getNetworkRow(page, /^Discord/)).toContainText(
			'10,200,000 bytes, Discord allows 10,485,760 bytes'
		);
		await page.getByLabel('Type').selectOption('Video');
		await expect(page).toHaveURL('/capabilities/check?file=video,mp4,10.2MB');
	});
});
