import type { InspectedFile } from './inspect-file';

/** Reads the facts of a file; resolves to null for a file that can't be read. */
export type FileReader = (file: File) => Promise<InspectedFile | null>;

/** A file of the check. */
export interface CheckedFile {
	id: number;
	name: string;
	phase: { name: 'reading' } | { name: 'ready'; read: InspectedFile } | { name: 'unreadable' };
}

/** More files would give a table too long to read. */
export const MAX_FILES = 20;

/** The files of the check. They are read one after another, as reading a video takes long. */
export class CheckedFiles {
	readonly #read: FileReader;
	#files = $state.raw<readonly CheckedFile[]>([]);
	#leftOut = $state(0);
	#queue: Promise<void> = Promise.resolve();
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

	/** The number of files that were left out when files were added last. */
	get leftOut() {
		return this.#leftOut;
	}

	/**
	 * Adds files up to {@link MAX_FILES}; resolves when all of them are read.
	 *
	 * @param onread - called after each of them
	 */
	async add(files: readonly File[], onread?: () => void) {
		const taken = files.slice(0, MAX_FILES - this.#files.length);
		this.#leftOut = files.length - taken.length;
		for (const file of taken) {
			const id = ++this.#lastID;
			this.#files = [...this.#files, { id, name: file.name, phase: { name: 'reading' } }];
			this.#queue = this.#queue.then(() => this.#readOne(id, file)).then(onread);
		}
		await this.#queue;
	}

	remove(id: number) {
		this.#files = this.#files.filter((each) => each.id !== id);
		this.#leftOut = 0;
	}

	/** Forgets all files. */
	clear() {
		this.#files = [];
		this.#leftOut = 0;
	}

	async #readOne(id: number, file: File) {
		if (!this.#files.some((each) => each.id === id)) return;
		const read = await this.#read(file);
		const phase: CheckedFile['phase'] = read ? { name: 'ready', read } : { name: 'unreadable' };
		this.#files = this.#files.map((each) => (each.id === id ? { ...each, phase } : each));
	}
}
