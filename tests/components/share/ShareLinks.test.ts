import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ShareLinks from '$lib/components/share/ShareLinks.svelte';

const LINK = 'http://localhost:23323/capabilities';

async function listButtons(parts: {
	isPublic?: boolean;
	link?: string;
	snapshotIsPublic?: boolean;
}) {
	const { snapshotIsPublic = false, ...view } = parts;
	render(ShareLinks, {
		shareable: {
			...view,
			snapshot: {
				fileName: 'beeper-snapshot-2026-11-27.json',
				write: () => '{}',
				createLink: () => Promise.resolve('https://example.org/capabilities/snapshot/#snapshot=x'),
				isPublic: snapshotIsPublic
			}
		},
		onact: () => {}
	});
	await screen.findByRole('button', { name: 'Save snapshot' });
	await Promise.resolve();
	return screen.getAllByRole('button').map((button) => button.textContent.trim());
}

test('without public pages a link says that it is for people who run a dashboard', async () => {
	expect(await listButtons({ link: LINK })).toEqual([
		'Copy link',
		'Copy snapshot link',
		'Save snapshot'
	]);
	screen.getByText('for people who run a dashboard and use Beeper');
});

test('with public pages one link carries the table to them', async () => {
	expect(await listButtons({ link: LINK, snapshotIsPublic: true })).toEqual([
		'Copy link',
		'Save snapshot'
	]);
	screen.getByText(/^opens for everyone/);
});

test('on the public pages the address of the view is the link', async () => {
	const buttons = await listButtons({ link: LINK, isPublic: true, snapshotIsPublic: true });
	expect(buttons).toEqual(['Copy link', 'Save snapshot']);
	screen.getByText('opens for everyone');
});
