import { expect, follow, openPlainChat, tabTo, test } from './fixtures';
import { rewriteNewest } from './messages';

function reactions(reactionKey: string, ...participantIDs: readonly string[]) {
	return participantIDs.map((participantID) => ({
		id: participantID + reactionKey,
		participantID,
		reactionKey,
		emoji: true
	}));
}

test('who reacted is seen, and all of them by keyboard; texts of any kind keep to the page', async ({
	page,
	api
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const many = reactions('👍', 'Ada', 'Bob', 'Cleo', 'Dan');
	// Named by the messages they wrote.
	const writers = ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'].map((name) => ({
		...{ senderID: name, senderName: name, isSender: false, reactions: [] }
	}));
	const long = 'x'.repeat(10_000);
	const odd = { senderName: long, reactions: reactions(long, long) };
	await rewriteNewest(
		page,
		{ reactions: [...many, ...reactions('🎉', 'Eve')] },
		...writers,
		{ ...odd, text: long },
		{ ...odd, text: `https://example.com/${long}` },
		{ ...odd, text: 'مرحبا https://example.com/a عالم' },
		{ id: null }
	);
	await openPlainChat(page, api);
	await expect(page.getByRole('tabpanel', { name: 'Messages' })).toBeVisible();
	const bar = page.getByRole('list', { name: 'Reactions' }).last();
	await expect(bar.getByText('Ada, Bob and 2 more')).toBeVisible();
	await expect(bar.getByText('Eve')).toBeVisible();
	const all = page.getByRole('list', { name: 'Who reacted' }).last();
	await expect(all).toBeHidden();
	await page.getByRole('button', { name: 'Open in Beeper' }).last().focus();
	await tabTo(page, page.locator('summary', { hasText: 'Who reacted' }).last());
	await page.keyboard.press('Enter');
	await expect(all.getByText('Ada, Bob, Cleo and Dan')).toBeVisible();

	// Names and reactions that are longer than is read are fields.
	await expect(page.getByText(/1 message and \d+ fields couldn’t be read/)).toBeVisible();
	const link = page.getByRole('link', { name: 'https://example.com/a', exact: true });
	await expect(link).toHaveAttribute('rel', 'noreferrer noopener');
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 844 });
		const over = await page.evaluate(() => {
			const main = document.querySelector('#main');
			const { scrollHeight, clientHeight } = document.documentElement;
			// A long chat scrolls below the header, which stays.
			return [(main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0), scrollHeight - clientHeight];
		});
		expect(over, `${width} px`).toEqual([0, 0]);
	}
});

test('after the last "Load older" the focus is at the beginning of the chat', async ({
	page,
	api
}) => {
	await openPlainChat(page, api);
	const older = page.getByRole('button', { name: /Load older|Loading…/ });
	const beginning = page.getByText('Beginning of the chat');
	await older.focus();
	for (let pages = 0; pages < 100 && (await beginning.count()) === 0; pages++) {
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Loading…' })).toHaveCount(0);
	}
	await expect(beginning).toBeFocused();
});

test('voice notes and videos play in the conversation and beside the list, from Beeper alone', async ({
	page,
	api
}) => {
	const [voice, video] = [
		{ type: 'audio', fileName: 'v.ogg', fileSize: 16_044, isVoiceNote: true },
		{ type: 'video', fileName: 'v.mp4', fileSize: 1_132 }
	].map((file) => ({ ...file, srcURL: `mxc://beeper.local/file-1/${file.fileName}` }));
	await rewriteNewest(page, { attachments: [voice, video] });
	const chat = await openPlainChat(page, api);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	for (const place of ['Conversation', 'Peek'] as const) {
		if (place === 'Peek') await follow(page, `/chats?peek=${encodeURIComponent(chat.id)}`);
		const shown =
			place === 'Peek'
				? page.getByRole('complementary', { name: place })
				: page.getByRole('region', { name: place });
		for (const name of ['v.ogg', 'v.mp4']) {
			await shown.getByRole('button', { name: `Play ${name}` }).click();
			const player = shown.getByLabel(name, { exact: true });
			await expect(player).toBeFocused();
			await expect
				.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime))
				.toBeGreaterThan(0.1);
		}
	}
	const hosts = new Set(asked.map((url) => new URL(url).host).filter(Boolean));
	expect([...hosts].sort()).toEqual([new URL(api.address).host, new URL(page.url()).host].sort());
});
