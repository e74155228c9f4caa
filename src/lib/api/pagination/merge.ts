/** Requests under way together: the server is a program that somebody works with. */
export const WALKERS = 4;

type Values<Value> = AsyncGenerator<Value, void, undefined>;

/**
 * Runs several generators at a time and gives what they give, in the order in which it comes.
 * The first error ends all; so does leaving the loop.
 *
 * @param more - asked for another whenever there is room; undefined when there is none now
 */
export async function* together<Value>(
	most: number,
	first: Values<Value>,
	more: () => Values<Value> | undefined
): Values<Value> {
	const turns = new Map<Values<Value>, Promise<Turn<Value>>>([[first, turnOf(first)]]);
	try {
		while (turns.size > 0) {
			while (turns.size < most) {
				const another = more();
				if (!another) break;
				turns.set(another, turnOf(another));
			}
			const { values, result } = await Promise.race(turns.values());
			if (result.done) {
				turns.delete(values);
				continue;
			}
			// The next request goes out before anybody looks at this answer.
			turns.set(values, turnOf(values));
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

async function turnOf<Value>(values: Values<Value>): Promise<Turn<Value>> {
	return { values, result: await values.next() };
}
