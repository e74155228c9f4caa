import { startMutatedApi, tryPages } from '../fuzz/pages';
import { expect, test } from './fixtures';

test('pages show what is left of mutated answers: no error, no script, and keys still work', async ({
	browser,
	dashboard
}) => {
	const api = await startMutatedApi();
	const faults: string[] = [];
	const seeds = Array.from({ length: 10 }, (_, index) => index + 1);
	await tryPages({ browser, dashboard, api, seeds, onfault: (fault) => faults.push(fault) });
	await api.stop();
	expect(faults).toEqual([]);
});
