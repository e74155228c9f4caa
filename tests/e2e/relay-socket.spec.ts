import { expect, test } from './fixtures';

test('a page gets events through its own server, with the token out of the address', async ({
	page,
	startApi,
	startDashboard
}) => {
	const api = await startApi();
	const dashboard = await startDashboard('--beeper', api.address);
	const addresses: string[] = [];
	page.on('websocket', (socket) => addresses.push(socket.url()));
	await page.goto(`${dashboard.address}/icon.svg`);
	const told = await page.evaluate(async () => {
		const headers = { Authorization: 'Bearer sample-token' };
		const { items } = await (await fetch('/beeper/v1/chats', { headers })).json();
		const { id } = items.find(({ network }: { network: string }) => network !== 'iMessage');
		const protocols = ['beeper-dashboard', `bearer.${btoa('sample-token').replace(/=+$/, '')}`];
		const socket = new WebSocket(`ws://${location.host}/beeper/v1/ws`, protocols);
		return new Promise((resolve, reject) => {
			socket.onerror = () => reject(new Error('The socket did not open'));
			socket.onmessage = ({ data }) => {
				const { type, chatID } = JSON.parse(data);
				if (type === 'ready')
					socket.send(JSON.stringify({ type: 'subscriptions.set', chatIDs: ['*'] }));
				if (type === 'subscriptions.updated')
					void fetch(`/beeper/v1/chats/${encodeURIComponent(id)}/read`, {
						method: 'POST',
						headers
					});
				if (type === 'chat.upserted') resolve({ isThat: chatID === id, protocol: socket.protocol });
			};
		});
	});
	expect(told).toEqual({ isThat: true, protocol: 'beeper-dashboard' });
	expect(addresses).toEqual([`${dashboard.address.replace('http', 'ws')}/beeper/v1/ws`]);
});

test('the events come with --churn too, and a token that is refused gets none', async ({
	page,
	startApi,
	startDashboard
}) => {
	const api = await startApi('--churn', '100');
	const dashboard = await startDashboard('--beeper', api.address);
	await page.goto(`${dashboard.address}/icon.svg`);
	const count = await page.evaluate(() => {
		const protocols = ['beeper-dashboard', `bearer.${btoa('sample-token').replace(/=+$/, '')}`];
		const socket = new WebSocket(`ws://${location.host}/beeper/v1/ws`, protocols);
		socket.onopen = () => socket.send('{"type":"subscriptions.set","chatIDs":["*"]}');
		return new Promise<number>((resolve) => {
			socket.onmessage = ({ data }) => {
				const { seq = 0 } = JSON.parse(data);
				if (seq >= 20) resolve(seq);
			};
		});
	});
	expect(count).toBe(20);
	const refused = page.evaluate(() => {
		const socket = new WebSocket(`ws://${location.host}/beeper/v1/ws`, [
			'beeper-dashboard',
			`bearer.${btoa('wrong').replace(/=+$/, '')}`
		]);
		return new Promise<string>((resolve) => {
			socket.onopen = () => resolve('open');
			socket.onclose = () => resolve('closed');
		});
	});
	expect(await refused).toBe('closed');
});
