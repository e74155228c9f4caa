import type { FileToSend } from '$lib/domain/mutations/attachment';
import type { Permission } from '$lib/domain/mutations/permission';
import type { NewAttachment } from '$lib/domain/mutations/draft';
import { SourceError } from '$lib/domain/connection/source-error';
import { describeError, type ErrorDescription } from '$lib/domain/connection/error-messages';
import type { Upload, Uploaded } from '$lib/domain/mutations/upload';

/** A file that is being added to a draft or a reply. */
export interface DraftFile {
	id: number;
	file: File;
	permission: Permission;
	phase:
		| { name: 'waiting' }
		/** `fraction`: 0 to 1. */
		| { name: 'uploading'; fraction: number; upload: AbortController }
		| { name: 'ready'; uploaded: Uploaded }
		| { name: 'failed'; words: ErrorDescription };
}

/**
 * The files of a draft or a reply that is being written. Permitted files are uploaded immediately.
 */
export class DraftFiles {
	readonly #upload: Upload;
	#files = $state.raw<readonly DraftFile[]>([]);
	#lastID = 0;

	constructor(upload: Upload) {
		this.#upload = upload;
	}

	get all() {
		return this.#files;
	}

	/** True when any upload is in progress. */
	get isBusy() {
		return this.#files.some(({ phase }) => phase.name === 'uploading');
	}

	/** The uploaded files. */
	get attachments(): readonly NewAttachment[] {
		return this.#files.flatMap(({ file, phase }) =>
			phase.name === 'ready' ? [toAttachment(file, phase.uploaded)] : []
		);
	}

	/** @throws errors other than {@link SourceError} */
	async add(files: Iterable<File>, getActionPermission: (file: FileToSend) => Permission) {
		const added = [...files].map((file): DraftFile => {
			const { name, size, type: mimeType } = file;
			const permission = getActionPermission({ name, size, mimeType });
			return { id: ++this.#lastID, file, permission, phase: { name: 'waiting' } };
		});
		this.#files = [...this.#files, ...added];
		const allowed = added.filter(({ permission }) => permission.kind !== 'refused');
		await Promise.all(allowed.map(({ id }) => this.send(id)));
	}

	/** Upload a file regardless of its permission; also retries a failed upload. */
	async send(id: number) {
		const item = this.#files.find((each) => each.id === id);
		if (!item || item.phase.name === 'uploading' || item.phase.name === 'ready') return;
		const upload = new AbortController();
		this.#set(id, { name: 'uploading', fraction: 0, upload });
		try {
			const uploaded = await this.#upload(item.file, upload.signal, (fraction) =>
				this.#set(id, { name: 'uploading', fraction, upload })
			);
			this.#set(id, { name: 'ready', uploaded });
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			this.#set(id, { name: 'failed', words: describeError(error) });
		}
	}

	/** Removes a file; its upload is aborted. */
	remove(id: number) {
		const phase = this.#files.find((each) => each.id === id)?.phase;
		if (phase?.name === 'uploading') phase.upload.abort();
		this.#files = this.#files.filter((each) => each.id !== id);
	}

	/** Takes the first file out, as for a message, which takes it along. */
	take(): DraftFile | undefined {
		const [first, ...others] = this.#files;
		this.#files = others;
		return first;
	}

	/** Returns a file that was taken out to its place. */
	putBack(file: DraftFile) {
		this.#files = [file, ...this.#files];
	}

	/** Removes all files, as after the draft with them was saved. */
	clear() {
		for (const { id } of this.#files) this.remove(id);
	}

	#set(id: number, phase: DraftFile['phase']) {
		this.#files = this.#files.map((each) => (each.id === id ? { ...each, phase } : each));
	}
}

function toAttachment({ name, size, type }: File, uploaded: Uploaded): NewAttachment {
	const { uploadID, fileName = name, fileSize = size, mimeType = type } = uploaded;
	return { uploadID, fileName, fileSize, ...(mimeType && { mimeType }) };
}
