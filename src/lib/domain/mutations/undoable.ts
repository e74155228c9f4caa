import type { LogEntry } from './result';

/** Whether there is something to take back, and time left to do so. */
export function canUndo(entry: LogEntry, now: number): boolean {
	return entry.undo.length > 0 && !entry.isUndone && now < entry.undoUntil;
}
