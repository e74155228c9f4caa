/** Text kept in the browser under a name; silently forgetful where storage is forbidden or full. */
export interface TextStore {
	read(name: string): string | null;
	/** @returns false when the text could not be kept */
	write(name: string, text: string): boolean;
	remove(name: string): void;
}

const PREFIX = 'beeper-dashboard.';

/**
 * @param area - opened at each use, because merely naming a forbidden `localStorage` throws
 */
export function createTextStore(area: () => Storage): TextStore {
	return {
		read(name) {
			try {
				return area().getItem(PREFIX + name);
			} catch {
				return null;
			}
		},
		write(name, text) {
			try {
				area().setItem(PREFIX + name, text);
				return true;
			} catch {
				return false;
			}
		},
		remove(name) {
			try {
				area().removeItem(PREFIX + name);
			} catch {
				// Where nothing could be kept there is nothing to remove.
			}
		}
	};
}
