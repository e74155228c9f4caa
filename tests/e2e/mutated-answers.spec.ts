import { startMutatedApi, tryPages } from '../fuzz/pages';
import { expect, test } from './fixtures';

/** Of worlds that show every list and every table once or twice. */
const SEEDS = [4, 8, 9, 11, 12];

test('pages show what is left of mutated answers: no error, no script, and keys still work', async ({
	browser,
	dashboard
}) => {
	const api = await startMutatedApi();
	const faults: string[] = [];
	await tryPages({ browser, dashboard, api, seeds: SEEDS, onfault: (fault) => faults.push(fault) });
	await api.stop();
	expect(faults).toEqual([]);
});
