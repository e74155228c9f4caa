/** The clock, and what the user does with the page. */
export interface Watch {
	/** Epoch milliseconds. */
	now(): number;
	/** Ends after so many milliseconds, or at once when the signal aborts. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Ends when the page is visible, or when the signal aborts. */
	seen(signal: AbortSignal): Promise<void>;
	/** Ends when the user neither scrolls nor types, or when the signal aborts. */
	still(signal: AbortSignal): Promise<void>;
}
