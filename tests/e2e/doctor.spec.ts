import { allLoaded, connect, expect, grid, matching, rows, submitLogin, test } from './fixtures';

/** The ports on which Beeper may be found, were it not on the one that was typed. */
const BEEPER_PORTS = Array.from({ length: 20 }, (_, index) => String(23373 + index));

test('a server that starts later is noticed without a reload', async ({ page, startApi }) => {
	const { address, stop } = await startApi('--chats', '30');
	await stop();
	const said = page.getByRole('status');
	await page.goto('/connect');
	await page.getByLabel('API address').fill(address);
	await expect(said).toContainText(`Nothing answers at ${address}`);
	await submitLogin(page, address);
	await expect(said).toContainText(`Nothing answers at ${address}`);
	await expect(said).toContainText('Start Beeper Desktop');
	await expect(page).toHaveURL('/connect');

	await startApi('--chats', '30', '--port', new URL(address).port);
	await expect(said).toContainText('Beeper 4.3.73 is running');
	await page.getByRole('button', { name: 'Connect' }).click();
	await allLoaded(page, '30');
});

test('with a wrong port typed, the one where Beeper answers is offered', async ({
	page,
	startApi
}) => {
	const wrong = await startApi();
	await wrong.stop();
	const { address, port } = await startOnBeeperPort(startApi);
	// A Beeper of the machine's own is none of this test's business.
	await page.route(
		(url) => BEEPER_PORTS.includes(url.port) && url.port !== port,
		(route) => route.abort('connectionrefused')
	);
	await page.goto('/connect');
	await page.getByLabel('API address').fill(wrong.address);
	await page.getByRole('button', { name: `Use ${address}` }).click();
	await expect(page.getByLabel('API address')).toHaveValue(address);
	await expect(page.getByRole('status')).toContainText('Beeper 4.3.73 is running');
});

async function startOnBeeperPort(startApi: (...args: string[]) => Promise<unknown>) {
	for (const port of BEEPER_PORTS.toReversed()) {
		const isTaken = await startApi('--chats', '30', '--port', port).then(
			() => false,
			() => true
		);
		if (!isTaken) return { address: `http://127.0.0.1:${port}`, port };
	}
	throw new Error('Every port that Beeper may have is taken');
}

test('something that is not Beeper is told apart', async ({ page, dashboard }) => {
	await page.goto('/connect');
	await page.getByLabel('API address').fill(dashboard.address);
	await expect(page.getByRole('status')).toContainText(
		`Something else answers at ${dashboard.address}`
	);
});

test('an address off this computer is not called until it is allowed', async ({ page }) => {
	await page.goto('/connect');
	await page.getByLabel('API address').fill('https://beeper.example.net');
	await expect(page.getByRole('status')).toContainText(
		'npm start -- --allow https://beeper.example.net'
	);
});

test('a server that goes away during the walk leaves what has come, and a way to go on', async ({
	page,
	startApi
}) => {
	const args = ['--page-size', '10', '--latency', '100'];
	const { address, stop } = await startApi(...args);
	await connect(page, { address, stop }, '/chats');
	await expect(rows(page)).not.toHaveCount(0);
	await stop();
	await expect(page.getByRole('alert')).toContainText('Beeper does not answer', {
		timeout: 30_000
	});
	const kept = await matching(page);
	expect(kept).toBeGreaterThan(0);
	expect(kept).toBeLessThan(400);
	await expect(grid(page)).toHaveAttribute('aria-rowcount', String(kept + 1));

	await startApi('--port', new URL(address).port);
	await page.getByRole('button', { name: 'Try again' }).click();
	await allLoaded(page);
	await expect(page.getByRole('alert')).toBeHidden();
});

test('a long walk can be stopped, and gone on with', async ({ page, startApi }) => {
	await connect(page, await startApi('--page-size', '10', '--latency', '100'), '/chats');
	await expect(rows(page)).not.toHaveCount(0);
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByText(/Stopped at \d+ chats/)).toBeVisible();
	await expect(page.getByRole('progressbar')).toBeHidden();
	expect(await matching(page)).toBeLessThan(400);
	await page.getByRole('button', { name: 'Load the rest' }).click();
	await allLoaded(page);
});
