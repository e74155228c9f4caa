import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { DraftFiles } from '$lib/components/mutations/draft-files.svelte';
import DraftEditor from '$lib/components/mutations/DraftEditor.svelte';
import { getFilePermission, type FileToSend } from '$lib/domain/mutations/attachment';
import type { RecoveredDraft } from '$lib/domain/mutations/draft';
import type { Chat } from '$lib/domain/chat/chat';
import type { Upload } from '$lib/domain/mutations/upload';
import { makeActing, type ActingOverrides } from '../../fixtures/acting';

export const chatID = '!chat:beeper.local';

/** Renders a draft editor, whose uploads succeed by default. */
export function open(
	chat: Partial<Chat> = {},
	{
		recovered = [],
		typed = '',
		...overrides
	}: ActingOverrides & { recovered?: readonly RecoveredDraft[]; typed?: string } = {}
) {
	const acting = makeActing({ draft: null, ...chat }, overrides);
	const upload = vi.fn<Upload>((file) => Promise.resolve({ uploadID: `id-${file.name}` }));
	const props = {
		...acting,
		recovered,
		typed,
		getFilePermission: (file: FileToSend) => getFilePermission(acting.chat, file),
		files: new DraftFiles(upload),
		onforget: vi.fn(),
		onkeep: vi.fn()
	};
	const { rerender, unmount } = render(DraftEditor, props);
	return { ...props, upload, rerender, unmount, user: userEvent.setup() };
}

export function editor() {
	return screen.getByRole('textbox', { name: 'New draft' });
}

export function button(name: string | RegExp) {
	return screen.getByRole('button', { name });
}

export function draft(text: string, attachments: readonly object[] = []) {
	return { kind: 'draft', chatID, value: { text, attachments } };
}
