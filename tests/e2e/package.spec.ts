import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { endProcess, waitForAddress, ROOT } from './servers';

const run = promisify(execFile);

test('the package serves by itself, from an empty folder, with nothing but Node', async ({
	request
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'package-'));
	const empty = join(folder, 'empty');
	await mkdir(empty);
	try {
		// The steps of `npm pack`, but for the pages: these tests have built them.
		await run('npm', ['run', 'bundle'], { cwd: ROOT, shell: true });
		const pack = ['pack', '--ignore-scripts', '--pack-destination', folder];
		await run('npm', pack, { cwd: ROOT, shell: true });
		const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
		await run('tar', ['-xzf', tarball], { cwd: folder });
		expect(await readdir(join(folder, 'package'))).not.toContain('node_modules');

		const program = join(folder, 'package/dist/bin/serve.js');
		const child = spawn(process.execPath, [program, '--port', '0'], {
			cwd: empty,
			env: { PATH: process.env.PATH },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		try {
			const address = await waitForAddress(child);
			const page = await request.get(`${address}/chats`);
			expect(page.status()).toBe(200);
			const [script = ''] = /\/_app\/immutable\/[^"]+\.js/.exec(await page.text()) ?? [];
			expect((await request.get(address + script)).status()).toBe(200);
			// The relay is there; whether Beeper is depends on the machine.
			const relayed = await request.get(`${address}/beeper/v1/nothing`);
			expect(relayed.headers()['content-security-policy']).toContain('sandbox');
		} finally {
			await endProcess(child);
		}
		expect(await readdir(empty)).toEqual([]);
	} finally {
		await rm(folder, { recursive: true });
	}
});
