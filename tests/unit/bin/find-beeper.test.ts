import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { locateBeeper } from '../../../src/bin/find-beeper';
import { get, serve, startBetween, startRelay, watchServers } from '../../fixtures/relay';
import { startSampleServer } from '../../fixtures/sample';

watchServers();

describe('where Beeper is', () => {
	test('it is found at either address, among programs that are no Beeper', async () => {
		const sample = await startSampleServer({ chats: 1 });
		const stranger = await serve(createServer((_, response) => void response.end('<html>')));
		const silent = 'http://[::1]:1';
		const beeper = locateBeeper([silent, stranger, sample.address]);
		expect(await beeper.find()).toBe(sample.address);
		await sample.stop();
	});

	test('it is looked for again after it went away', async () => {
		const first = await startSampleServer({ chats: 1 });
		const second = await startSampleServer({ chats: 1 });
		const dashboard = await startRelay(locateBeeper([first.address, second.address]));
		expect((await get(dashboard, '/beeper/v1/info')).text).toContain(first.address);
		await first.stop();
		// Nothing is sent twice: this request says that it did not arrive.
		const missed = await get(dashboard, '/beeper/v1/info');
		expect([missed.status, JSON.parse(missed.text)]).toEqual([
			502,
			expect.objectContaining({ code: 'RELAY_NO_BEEPER' })
		]);
		expect((await get(dashboard, '/beeper/v1/info')).text).toContain(second.address);
		await second.stop();
	});

	test('it is looked for again after a bug', async () => {
		const sample = await startSampleServer({ chats: 1 });
		const candidates = ['no address'];
		const beeper = locateBeeper(candidates);
		await expect(beeper.find()).rejects.toThrow(TypeError);
		candidates.splice(0, 1, sample.address);
		expect(await beeper.find()).toBe(sample.address);
		await sample.stop();
	});

	test('where there is none, the answer says so, and that nothing was sent', async () => {
		const dashboard = await startRelay(locateBeeper(['http://127.0.0.1:1']));
		const answer = await get(dashboard, '/beeper/v1/info');
		expect([answer.status, JSON.parse(answer.text)]).toEqual([
			502,
			expect.objectContaining({ code: 'RELAY_NO_BEEPER' })
		]);
	});

	test('a Beeper that takes a request and ends says something else', async () => {
		let asked = 0;
		const { dashboard } = await startBetween((request) => {
			asked++;
			request.socket.destroy();
		});
		const answer = await get(dashboard, '/beeper/v1/chats', {}, 'POST');
		expect([answer.status, JSON.parse(answer.text).code]).toEqual([502, 'RELAY_BROKEN']);
		expect(asked).toBe(1);
	});
});
