/** Concurrent requests. The server is an app that its user is working with. */
export const MAX_REQUESTS = 4;

type Values<Value> = AsyncGenerator<Value, void, undefined>;

/**
 * Runs several generators at once and yields their values in the order of arrival. The first error
 * ends all; so does leaving the loop.
 *
 * @param more - called for another generator whenever fewer than `most` run; undefined: none now
 */
export async function* mergeGenerators<Value>(
	most: number,
	first: Values<Value>,
	more: () => Values<Value> | undefined
): Values<Value> {
	const turns = new Map<Values<Value>, Promise<Turn<Value>>>([[first, takeTurn(first)]]);
	try {
		while (turns.size > 0) {
			while (turns.size < most) {
				const another = more();
				if (!another) break;
				turns.set(another, takeTurn(another));
			}
			const { values, result } = await Promise.race(turns.values());
			if (result.done) {
				turns.delete(values);
				continue;
			}
			// The next request is sent before this page is used.
			turns.set(values, takeTurn(values));
			yield result.value;
		}
	} finally {
		for (const turn of turns.values()) turn.catch(() => {});
		await Promise.allSettled([...turns.keys()].map((values) => values.return()));
	}
}

interface Turn<Value> {
	values: Values<Value>;
	result: IteratorResult<Value, void>;
}

async function takeTurn<Value>(values: Values<Value>): Promise<Turn<Value>> {
	return { values, result: await values.next() };
}
