/** The silent columns of a table, or its silent rows, which can be folded. */
export interface SilenceFold {
	count: number;
	isOpen: boolean;
	/** The noun for a column: `network`. */
	noun: string;
	ontoggle: () => void;
}
