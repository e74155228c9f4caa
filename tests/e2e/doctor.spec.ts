import { allLoaded, CONNECT_PATH, expect, submitLogin, test } from './fixtures';

/** The ports that are searched when Beeper is not at the typed one. */
const BEEPER_PORTS = Array.from({ length: 20 }, (_, index) => String(23373 + index));

test('a server that starts later is noticed without a reload', async ({ page, startApi }) => {
	const { address, stop } = await startApi('--chats', '30');
	await stop();
	const said = page.getByRole('status');
	await page.goto(CONNECT_PATH);
	await page.getByLabel('API address').fill(address);
	await expect(said).toContainText(`Can’t reach Beeper at ${new URL(address).host}`);
	await submitLogin(page, address);
	// The attempt must end first: a server that started during it would be connected at once.
	await expect(page.getByRole('button', { name: 'Connect' })).toHaveAttribute('aria-busy', 'false');
	await expect(said).toContainText(`Can’t reach Beeper at ${new URL(address).host}`);
	await expect(said).toContainText('Start Beeper Desktop');
	await expect(page).toHaveURL(CONNECT_PATH);

	await startApi('--chats', '30', '--port', new URL(address).port);
	await expect(said).toContainText('Beeper 4.3.73 is running');
	await page.getByRole('button', { name: 'Connect' }).click();
	await allLoaded(page, '30');
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

test('before anything was done, nothing alarms, and Beeper is looked for at one port only; at others when asked', async ({
	page,
	startApi
}) => {
	// A real Beeper on this machine must not take part.
	const asked: string[] = [];
	let answering = '';
	await page.route(
		(url) => BEEPER_PORTS.includes(url.port) && url.port !== answering,
		(route) => {
			asked.push(new URL(route.request().url()).origin);
			return route.abort('connectionrefused');
		}
	);
	await page.goto(CONNECT_PATH);
	await expect(page.getByRole('status')).toContainText('Looking for Beeper… not running yet');
	await expect(page.getByRole('status')).not.toContainText('Can’t reach');
	// The first check, and the search nearby, before the check is repeated after some seconds.
	await expect.poll(() => asked).toContain('http://127.0.0.1:23373');
	expect(asked.length).toBeLessThanOrEqual(3);
	expect(new Set(asked.map((origin) => new URL(origin).port))).toEqual(new Set(['23373']));

	await page.getByLabel('Access token').fill('sample-token');
	await page.getByRole('button', { name: 'Connect' }).click();
	await expect(page.getByRole('status')).toContainText('Can’t reach Beeper at localhost:23373');
	await page.getByRole('button', { name: 'Check other ports' }).click();
	await expect(page.getByRole('status')).toContainText('No Beeper on ports 23373 to 23392 either');
	expect(new Set(asked.map((origin) => new URL(origin).port)).size).toBe(20);

	const wrong = await startApi();
	await wrong.stop();
	const { address, port } = await startOnBeeperPort(startApi);
	answering = port;
	await page.getByLabel('API address').fill(wrong.address);
	await page.getByRole('button', { name: 'Check other ports' }).click();
	await page.getByRole('button', { name: `Use ${address}` }).click();
	await expect(page.getByLabel('API address')).toHaveValue(address);
	await expect(page.getByRole('status')).toContainText('Beeper 4.3.73 is running');
});
