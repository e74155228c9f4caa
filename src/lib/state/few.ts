/**
 * Do something with each item, in order, with a few under way at once. After `signal` aborts, or one
 * has thrown, no further is begun; those under way are waited for.
 *
 * @throws the first error, once all are done
 */
export async function eachFew<Item>(
	items: readonly Item[],
	most: number,
	signal: AbortSignal,
	run: (item: Item) => Promise<void>
): Promise<void> {
	const waiting = items.values();
	const errors: unknown[] = [];

	async function work() {
		for (const item of waiting) {
			if (signal.aborted || errors.length > 0) return;
			await run(item).catch((error) => errors.push(error));
		}
	}

	await Promise.all(Array.from({ length: most }, work));
	if (errors.length > 0) throw errors[0];
}
