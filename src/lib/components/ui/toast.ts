/** Something that happened, told in passing. */
export interface ToastMessage {
	id: string | number;
	/** `bad` stays until it is dismissed. */
	tone: 'plain' | 'bad';
	text: string;
	/** Why, or what to do now. */
	detail?: string;
	/** Epoch milliseconds until which it can be undone; absent where nothing can. */
	undoUntil?: number;
}

/** Milliseconds that a message without undo is shown. */
export const SHOWN_FOR = 8_000;

/** Epoch milliseconds at which a message goes by itself. */
export function endOf({ tone, undoUntil }: ToastMessage, shownAt: number): number {
	return undoUntil ?? (tone === 'bad' ? Infinity : shownAt + SHOWN_FOR);
}
