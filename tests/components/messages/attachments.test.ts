import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { SvelteMap } from 'svelte/reactivity';
import { beforeAll, expect, test, vi } from 'vitest';
import type { MessageAttachment } from '$lib/domain/chat/message';
import type { AsyncState } from '$lib/domain/connection/async-state';
import type { Pictures } from '$lib/domain/connection/pictures';
import type { ReadFile } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { getShownSize } from '$lib/components/messages/picture-size';
import { openDialogs } from '../../fixtures/dialog';
import { renderList } from '../../fixtures/message-list';
import { makeMessage } from '../../fixtures/messages';

beforeAll(openDialogs);

const cat: MessageAttachment = {
	type: 'img',
	fileName: 'cat.png',
	fileSize: 2_345_678,
	srcURL: 'localmxc://beeper.local/cat'
};

function makePictures() {
	const states = new SvelteMap<string, AsyncState<string>>();
	const held: string[] = [];
	const pictures: Pictures = {
		get: (url) => states.get(url) ?? { name: 'idle' },
		hold: (url) => {
			held.push(url);
			return () => void held.splice(held.indexOf(url), 1);
		}
	};
	return { pictures, states, held };
}

function renderFiles(attachments: readonly MessageAttachment[], overrides: object = {}) {
	const made = makePictures();
	const shown = renderList([makeMessage({ attachments })], {
		pictures: made.pictures,
		ondownload: vi.fn(async () => {}),
		...overrides
	});
	return { ...made, ...shown };
}

test('a picture has its room before it has come, and is let go when it is no longer shown', async () => {
	const { states, held, rerender } = renderFiles([{ ...cat, size: { width: 640, height: 320 } }]);
	expect(held).toEqual(['localmxc://beeper.local/cat']);
	const room = screen.getByText('Loading cat.png').parentElement?.parentElement;
	expect(room?.style.width).toBe('320px');
	states.set('localmxc://beeper.local/cat', { name: 'ready', value: 'blob:cat' });
	const picture = await screen.findByRole<HTMLImageElement>('img', { name: 'cat.png' });
	expect(picture.getAttribute('src')).toBe('blob:cat');
	expect(picture.closest('div')?.style.width).toBe('320px');
	await rerender({ messages: [] });
	expect(held).toEqual([]);
});

test('a picture is shown in full size in a dialog', async () => {
	const { states, user } = renderFiles([cat]);
	states.set('localmxc://beeper.local/cat', { name: 'ready', value: 'blob:cat' });
	await user.click(await screen.findByRole('button', { name: 'cat.png' }));
	const dialog = within(screen.getByRole('dialog', { name: 'cat.png' }));
	expect(dialog.getByRole('img', { name: 'cat.png' })).toBeTruthy();
	await user.click(dialog.getByRole('button', { name: 'Close' }));
	expect(screen.queryByRole('dialog')).toBeNull();
});

test('a picture that is not to be had, or cannot be drawn, is a name and a size', async () => {
	const { states } = renderFiles([cat]);
	states.set('localmxc://beeper.local/cat', { name: 'ready', value: 'blob:broken' });
	await fireEvent.error(await screen.findByRole('img', { name: 'cat.png' }));
	expect(screen.getByText('Image, 2.35 MB')).toBeTruthy();
	states.set('localmxc://beeper.local/cat', {
		name: 'failed',
		error: new SourceError('not-found')
	});
	expect(await screen.findByText('cat.png')).toBeTruthy();
	expect(screen.queryByRole('img')).toBeNull();
});

test.for([
	'https://example.com/cat.png',
	'javascript:alert(1)',
	'data:image/svg+xml,<svg onload="alert(1)"/>',
	'data:text/html,<script>alert(1)</script>',
	''
])('nothing is loaded from “%s”, nor offered for download', (srcURL) => {
	const { held } = renderFiles([{ ...cat, srcURL }]);
	expect(held).toEqual([]);
	expect(screen.getByText('cat.png')).toBeTruthy();
	expect(screen.queryByRole('button', { name: /Download/ })).toBeNull();
});

test('a file is downloaded once at a time, and a failure is said', async () => {
	const ondownload = vi.fn(() => Promise.reject(new SourceError('not-found')));
	const file = { ...cat, type: 'unknown', fileName: 'plan.pdf' };
	const { user } = renderFiles([file], { ondownload });
	await user.click(screen.getByRole('button', { name: 'Download plan.pdf' }));
	expect(ondownload).toHaveBeenCalledExactlyOnceWith(file);
	expect(screen.getByRole('alert').textContent).toMatch(/^Couldn’t download plan\.pdf: /);
});

test('a picture that can’t be downloaded is said in the dialog that covers the page', async () => {
	const ondownload = vi.fn(() => Promise.reject(new SourceError('not-found')));
	const { states, user } = renderFiles([cat], { ondownload });
	states.set('localmxc://beeper.local/cat', { name: 'ready', value: 'blob:cat' });
	await user.click(await screen.findByRole('button', { name: 'cat.png' }));
	const dialog = within(screen.getByRole('dialog', { name: 'cat.png' }));
	await user.click(dialog.getByRole('button', { name: 'Download cat.png' }));
	expect(dialog.getByRole('alert').textContent).toMatch(/^Couldn’t download cat\.png: /);
	await user.click(dialog.getByRole('button', { name: 'Close' }));
	expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('a file too large to be held by the page is not offered for download', () => {
	renderFiles([{ ...cat, type: 'unknown', fileSize: 500e6 }]);
	expect(screen.queryByRole('button', { name: /Download/ })).toBeNull();
	expect(screen.getByText('Too large to open here. Open it in Beeper.')).toBeTruthy();
});

test('a video shows its still, and is downloaded itself', async () => {
	const { held } = renderFiles([
		{ ...cat, type: 'video', fileName: 'v.mp4', posterImg: 'mxc://beeper.local/still' }
	]);
	expect(held).toEqual(['mxc://beeper.local/still']);
	expect(screen.getByRole('button', { name: 'Download v.mp4' })).toBeTruthy();
});

const song: MessageAttachment = {
	type: 'audio',
	isVoiceNote: true,
	fileName: 'v.ogg',
	fileSize: 4_000,
	srcURL: 'mxc://beeper.local/v'
};

/** Plays a sound. `come` and `fail` end the loading. */
async function play(file: MessageAttachment) {
	let come: ((file: Blob) => void) | undefined;
	let fail: ((error: SourceError) => void) | undefined;
	const onread = vi.fn<ReadFile>(
		() => new Promise((resolve, reject) => ([come, fail] = [resolve, reject]))
	);
	const shown = renderFiles([file], { onread });
	await shown.user.click(screen.getByRole('button', { name: `Play ${file.fileName}` }));
	const [, signal, onprogress] = onread.mock.calls[0] ?? [];
	return { ...shown, onread, signal, onprogress, come, fail };
}

test('a voice note is loaded when it is to be played, with its progress, and played from the page', async () => {
	const revoke = vi.spyOn(URL, 'revokeObjectURL');
	const { onprogress, come, signal, rerender } = await play(song);
	onprogress?.(1_000);
	expect((await screen.findByText(/^1 kB of 4 kB/)).textContent).toBeTruthy();
	expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.25');
	come?.(new Blob(['OggS'], { type: 'audio/ogg' }));
	const player = await screen.findByLabelText<HTMLAudioElement>('v.ogg');
	expect([player.localName, player.controls]).toEqual(['audio', true]);
	expect(player.getAttribute('src')).toMatch(/^blob:/);
	await rerender({ messages: [] });
	expect(revoke).toHaveBeenCalledWith(player.getAttribute('src'));
	expect(signal?.aborted).toBe(true);
});

test('a sound that is loading can be cancelled, and one that fails be tried again', async () => {
	const { user, signal } = await play(song);
	await user.click(screen.getByRole('button', { name: 'Cancel' }));
	expect(signal?.aborted).toBe(true);
	const playing = screen.getByRole('button', { name: 'Play v.ogg' });
	expect(document.activeElement).toBe(playing);
	cleanup();

	const again = await play(song);
	again.fail?.(new SourceError('not-found'));
	expect((await screen.findByRole('alert')).textContent).toMatch(/^\s*Couldn’t load v\.ogg: /);
	await again.user.click(screen.getByRole('button', { name: 'Try again' }));
	expect(again.onread).toHaveBeenCalledTimes(2);
});

test('a video plays in place of its still; one that the browser can’t play says so', async () => {
	const still = 'mxc://beeper.local/still';
	const onread: ReadFile = vi.fn(() => Promise.resolve(new Blob()));
	const { states, user } = renderFiles(
		[{ ...song, type: 'video', fileName: 'v.mp4', posterImg: still }],
		{ onread }
	);
	states.set(still, { name: 'ready', value: 'blob:still' });
	await user.click(await screen.findByRole('button', { name: 'Play v.mp4' }));
	const player = await screen.findByLabelText<HTMLVideoElement>('v.mp4');
	expect([player.localName, player.controls]).toEqual(['video', true]);
	await fireEvent.error(player);
	expect((await screen.findByRole('alert')).textContent).toContain('can’t play v.mp4');
	expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test.for(['https://example.com/v.ogg', 'data:audio/ogg;base64,AAAA', ''])(
	'nothing is played from “%s”',
	(srcURL) => {
		renderFiles([{ ...song, srcURL }], { onread: vi.fn() });
		expect(screen.queryByRole('button', { name: /Play/ })).toBeNull();
	}
);

test.for([
	[{ width: 640, height: 320 }, [320, 160]],
	[{ width: 100, height: 50 }, [100, 50]],
	[{ width: 1e9, height: 1 }, [320, 48]],
	[{ width: 1, height: 1e9 }, [48, 320]],
	[{ width: 0, height: 100 }, [240, 180]],
	[{ width: NaN, height: 100 }, [240, 180]],
	[{ width: Infinity, height: Infinity }, [240, 180]],
	[{ width: 100 }, [240, 180]],
	[undefined, [240, 180]]
] as const)('a picture stated as %o takes %o pixels', ([stated, [width, height]]) => {
	expect(getShownSize(stated)).toEqual({ width, height });
});
