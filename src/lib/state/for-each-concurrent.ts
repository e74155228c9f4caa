import pMap from 'p-map';

/**
 * Runs a task for each item, in order, with at most `concurrency` tasks running at once. After
 * `signal` aborts or a task throws, no further task starts; running tasks are still awaited.
 *
 * @throws the first error, after all running tasks have ended
 */
export async function forEachConcurrent<Item>(
	items: readonly Item[],
	concurrency: number,
	signal: AbortSignal,
	run: (item: Item) => Promise<void>
): Promise<void> {
	const errors: unknown[] = [];

	await pMap(
		items,
		async (item) => {
			if (signal.aborted || errors.length > 0) return;
			await run(item).catch((error) => errors.push(error));
		},
		{ concurrency }
	);
	if (errors.length > 0) throw errors[0];
}
