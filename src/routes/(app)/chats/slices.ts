/** Milliseconds: leaves most of a frame to whoever is looking. */
const SLICE = 4;

/** Work through the steps a few milliseconds at a time. @returns stops it */
export function inSlices(steps: Iterator<void>): () => void {
	let timer = setTimeout(work);
	function work() {
		const end = performance.now() + SLICE;
		while (performance.now() < end) if (steps.next().done) return;
		timer = setTimeout(work);
	}
	return () => clearTimeout(timer);
}
