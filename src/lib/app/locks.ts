/**
 * Holds a lock that all tabs of this origin share, as soon as it is free, until the returned function
 * is called.
 *
 * @param onheld - called when it is held
 */
export function holdLock(name: string, mode: LockMode, onheld = () => {}): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;
	function hold(): Promise<void> | undefined {
		if (signal.aborted) return undefined;
		onheld();
		return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
	}
	navigator.locks.request(name, { mode, signal }, hold).catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
	return () => leaving.abort();
}

/** True when this tab or another one of this origin holds such a lock. */
export async function isLockHeld(name: string): Promise<boolean> {
	const { held = [] } = await navigator.locks.query();
	return held.some((lock) => lock.name === name);
}
