import { once } from 'node:events';
import { expect, test } from 'vitest';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { locateAt } from '../../../src/bin/find-beeper';
import { readSampleApiOptions } from '../../../src/bin/sample-options';
import { startSampleApi } from '../../../src/bin/sample-server';
import {
	getProtocols,
	getRefusal,
	openEvents,
	startRelay,
	watchServers
} from '../../fixtures/relay';

watchServers();

test('with --churn the events of the sample come through the relay, but none with a wrong token', async () => {
	const options = readSampleApiOptions(['--port', '0', '--chats', '40', '--churn', '1000']);
	if (!options) throw new TypeError('Help is no server');
	const api = await startSampleApi(options);
	const dashboard = await startRelay(locateAt(api.address));
	const socket = openEvents(dashboard, getProtocols(SAMPLE_TOKEN));
	await once(socket, 'open');
	expect(socket.protocol).toBe('beeper-dashboard');
	const numbers: number[] = [];
	const heard = new Promise<void>((resolve) =>
		socket.on('message', (text) => {
			const { seq } = JSON.parse(String(text));
			if (seq !== undefined) numbers.push(seq);
			if (numbers.length === 20) resolve();
		})
	);
	socket.send('{"type":"subscriptions.set","chatIDs":["*"]}');
	await heard;
	expect(numbers.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
	socket.terminate();
	expect(await getRefusal(openEvents(dashboard, getProtocols('wrong')))).toBe(401);
	await api.stop();
});
