/** Milliseconds of work per slice: leaves most of a frame for rendering and input. */
const SLICE = 4;

/** Runs the steps in slices of a few milliseconds. @returns stops the work */
export function runInSlices(steps: Iterator<void>): () => void {
	let timer = setTimeout(work);
	function work() {
		const end = performance.now() + SLICE;
		while (performance.now() < end) if (steps.next().done) return;
		timer = setTimeout(work);
	}
	return () => clearTimeout(timer);
}
