/** The silent columns of a table, or its silent rows, which can be folded. */
export interface SilenceFold {
	count: number;
	isOpen: boolean;
	/** What each column is: `network`. */
	noun: string;
	ontoggle: () => void;
}
