import type { InspectedFile } from './inspect-file';

export type FileReader = (file: File) => Promise<InspectedFile | null>;

/** A file that is asked about. */
export interface CheckedFile {
	id: number;
	name: string;
	phase: { name: 'reading' } | { name: 'ready'; read: InspectedFile } | { name: 'unreadable' };
}

/** More would make a table that nobody reads. */
export const MOST_FILES = 20;

/** The files that are asked about, read one after the other: films take their time. */
export class CheckedFiles {
	readonly #read: FileReader;
	#files = $state.raw<readonly CheckedFile[]>([]);
	#leftOut = $state(0);
	#turn: Promise<void> = Promise.resolve();
	#lastID = 0;

	readonly facts = $derived(
		this.#files.flatMap(({ phase }) => (phase.name === 'ready' ? [phase.read.facts] : []))
	);

	constructor(read: FileReader) {
		this.#read = read;
	}

	get all() {
		return this.#files;
	}

	/** How many of those added last found no room. */
	get leftOut() {
		return this.#leftOut;
	}

	/** @returns when all of them are read */
	async add(files: readonly File[]) {
		const taken = files.slice(0, MOST_FILES - this.#files.length);
		this.#leftOut = files.length - taken.length;
		for (const file of taken) {
			const id = ++this.#lastID;
			this.#files = [...this.#files, { id, name: file.name, phase: { name: 'reading' } }];
			this.#turn = this.#turn.then(() => this.#readOne(id, file));
		}
		await this.#turn;
	}

	remove(id: number) {
		this.#files = this.#files.filter((each) => each.id !== id);
		this.#leftOut = 0;
	}

	async #readOne(id: number, file: File) {
		if (!this.#files.some((each) => each.id === id)) return;
		const read = await this.#read(file);
		const phase: CheckedFile['phase'] = read ? { name: 'ready', read } : { name: 'unreadable' };
		this.#files = this.#files.map((each) => (each.id === id ? { ...each, phase } : each));
	}
}
