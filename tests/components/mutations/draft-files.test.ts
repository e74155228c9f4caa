import { screen, within } from '@testing-library/svelte';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { FilesByChat } from '$lib/components/mutations/files-by-chat';
import { SourceError } from '$lib/domain/connection/source-error';
import { ALLOWED } from '$lib/domain/mutations/permission';
import type { Upload } from '$lib/domain/mutations/upload';
import { makeCapabilities } from '../../fixtures/capabilities';
import { button, draft, editor, open } from './draft-editor';

function files() {
	const list = screen.queryByRole('list', { name: 'Files to attach' });
	return list ? within(list).getAllByRole('listitem') : [];
}

describe('a file', () => {
	const capabilities = makeCapabilities();
	const picture = new File(['1234'], 'a.jpg', { type: 'image/jpeg' });
	const film = new File(['12'], 'b.mp4', { type: 'video/mp4' });

	function attach(user: UserEvent, ...chosen: File[]) {
		return user.upload(screen.getByLabelText('Attach files'), chosen);
	}

	test('is uploaded and saved with the draft', async () => {
		const { user, onmutate, upload } = open({ capabilities });
		await attach(user, picture);
		expect(files().map((item) => item.textContent)).toEqual([
			expect.stringMatching(/a\.jpg.*image\/jpeg · 4 bytes · Ready/s)
		]);
		await user.click(button('Save draft'));
		expect(upload).toHaveBeenCalledOnce();
		expect(onmutate.mock.calls).toEqual([
			[
				draft('', [
					{ uploadID: 'id-a.jpg', fileName: 'a.jpg', fileSize: 4, mimeType: 'image/jpeg' }
				])
			]
		]);
		expect(files()).toEqual([]);
	});

	test('that the chat does not take waits until it is sent anyway', async () => {
		const { user, upload } = open({ capabilities });
		await attach(user, film);
		expect(upload).not.toHaveBeenCalled();
		expect(
			screen.getByText('This chat doesn’t accept video files of type video/mp4.')
		).toBeTruthy();
		await user.dblClick(button('Upload anyway: b.mp4'));
		expect(upload).toHaveBeenCalledExactlyOnceWith(film, expect.anything(), expect.anything());
		expect(files()[0]?.textContent).toContain('Ready');
	});

	test('that the chat says nothing about is uploaded, with a hint', async () => {
		const { user, upload } = open();
		await attach(user, film);
		expect(upload).toHaveBeenCalledOnce();
		expect(screen.getByText('Unknown – Beeper will try')).toBeTruthy();
	});

	test('shows how far it is, and the draft waits for it', async () => {
		let report: (fraction: number) => void = () => {};
		let arrive: () => void = () => {};
		const { user, onmutate, upload } = open({ capabilities });
		upload.mockImplementationOnce((_file, _signal, onprogress) => {
			report = (fraction) => onprogress?.(fraction);
			return new Promise((resolve) => {
				arrive = () => resolve({ uploadID: '1' });
			});
		});
		await attach(user, picture);
		await user.type(editor(), 'Look');
		report(0.4);
		const progress = await screen.findByRole('progressbar', { name: 'Uploading a.jpg' });
		await vi.waitFor(() => expect(progress.getAttribute('aria-valuenow')).toBe('0.4'));
		await user.click(button('Save draft'));
		expect(onmutate).not.toHaveBeenCalled();

		arrive();
		await screen.findByText(/Ready/);
		await user.click(button('Save draft'));
		expect(onmutate).toHaveBeenCalledOnce();
	});

	test('that could not be uploaded says why, and is tried again when told', async () => {
		const { user, upload } = open({ capabilities });
		upload.mockRejectedValueOnce(new SourceError('server-fault', { status: 500, says: 'No room' }));
		await attach(user, picture);
		expect(files()[0]?.textContent).toContain('Beeper says: No room');
		await user.click(button('Try again: a.jpg'));
		expect(files()[0]?.textContent).toContain('Ready');
		expect(upload).toHaveBeenCalledTimes(2);
	});

	test.for(['Upload anyway: b.mp4', 'Try again: a.jpg'])(
		'is not sent while nothing may be changed, and it says why: %s',
		async (name) => {
			const { rerender, user, upload } = open({ capabilities });
			upload.mockRejectedValueOnce(new SourceError('server-fault'));
			await attach(user, picture, film);
			const reason = 'Read-only is on. Turn it off to make changes.';
			await rerender({ blockedReason: reason, getPermission: () => ({ kind: 'refused', reason }) });
			expect(screen.getByText(`Can’t upload files now. ${reason}`)).toBeTruthy();
			expect(button(name)).toHaveProperty('disabled', true);
			await user.click(button(name));
			expect(upload).toHaveBeenCalledOnce();
		}
	);

	test('can be taken out again', async () => {
		const { user, onmutate } = open({ capabilities });
		await attach(user, picture);
		await user.click(button('Remove a.jpg'));
		expect(files()).toEqual([]);
		expect(document.activeElement).toBe(screen.getByLabelText('Attach files'));
		await user.type(editor(), 'Hi');
		await user.click(button('Save draft'));
		expect(onmutate.mock.calls).toEqual([[draft('Hi')]]);
	});

	test('that is still on its way is given up when it is taken out', async () => {
		const { user, upload } = open({ capabilities });
		upload.mockReturnValueOnce(new Promise(() => {}));
		await attach(user, picture);
		await user.click(button('Remove a.jpg'));
		expect(upload.mock.calls.map(([, signal]) => signal.aborted)).toEqual([true]);
	});
});

test('files stay with their chat, uploaded once, until they are cleared', async () => {
	const upload = vi.fn<Upload>((file) => Promise.resolve({ uploadID: file.name }));
	const files = new FilesByChat(() => upload);
	expect(files.hasAny).toBe(false);
	await files.get('a', 'reply').add([new File(['a'], 'a.jpg')], () => ALLOWED);
	expect(files.get('a', 'reply').attachments).toMatchObject([{ uploadID: 'a.jpg' }]);
	expect([files.get('a', 'draft').all, files.get('b', 'reply').all]).toEqual([[], []]);
	expect([files.hasAny, upload.mock.calls.length]).toEqual([true, 1]);
	files.clear();
	expect([files.hasAny, files.get('a', 'reply').all]).toEqual([false, []]);
});
