let resolveShown: () => void = () => {};

/** Resolves once a page is shown. */
export const firstPage = new Promise<void>((resolve) => (resolveShown = resolve));

export function notePage() {
	resolveShown();
}
