/** A short message about an event. */
export interface ToastMessage {
	id: string | number;
	/** `bad` stays until it is dismissed. */
	tone: 'plain' | 'bad';
	text: string;
	/** The reason, or instructions for the user. */
	detail?: string;
	/** Epoch milliseconds until which undo is possible; absent: no undo. */
	undoUntil?: number;
	/** Repeats an action that certainly had no effect; absent: not offered. */
	retry?: () => void;
}

/** Milliseconds for which a toast without undo is shown. */
export const SHOWN_FOR = 8_000;

/** Epoch milliseconds at which a toast disappears by itself; `Infinity`: never. */
export function getToastEnd({ tone, undoUntil }: ToastMessage, shownAt: number): number {
	return undoUntil ?? (tone === 'bad' ? Infinity : shownAt + SHOWN_FOR);
}
