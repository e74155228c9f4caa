import { afterEach, expect, test, vi } from 'vitest';
import { unpackSnapshot } from '$lib/api/snapshot-link';
import { describeCopiedLink } from '$lib/components/share/share-page';
import { createAnswerLink } from '../../../../../src/routes/(app)/capabilities/answer-link';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { makeSnapshot } from '../../../../fixtures/snapshots';
import { column } from '../../../domain/capabilities/tables';

const ORIGIN = 'http://localhost:23323';
const OWN = [column('Signal', [[makeCapabilities({ poll: 'full' }), 2]])];

afterEach(() => {
	vi.unstubAllEnvs();
});

function create(question: string, networks: readonly string[] = [], columns = OWN) {
	return createAnswerLink(question, {
		networks,
		columns,
		origin: ORIGIN,
		takeSnapshot: () => makeSnapshot()
	});
}

test('without public pages a link asks the question of a dashboard, and says so', async () => {
	const { link, page } = await create('who has polls');
	expect(link).toBe(`${ORIGIN}/capabilities?ask=who+has+polls`);
	expect(describeCopiedLink(page)).toBe('Link copied. It opens for people who run a dashboard.');
});

test('with public pages an answer from own chats goes there in a snapshot', async () => {
	vi.stubEnv('PUBLIC_SHARE_URL', 'https://example.org/beeper/');
	for (const networks of [[], ['signal']]) {
		const { link, page } = await create('polls', networks);
		const [address, fragment = ''] = link.split('#');
		expect(address).toBe('https://example.org/beeper/capabilities/snapshot/?ask=polls');
		expect((await unpackSnapshot(fragment)).snapshot).toEqual(makeSnapshot());
		expect(describeCopiedLink(page)).toBe('Link copied. It opens for everyone.');
	}
});

test('an answer from a snapshot is shared with the snapshot, without public pages too', async () => {
	const columns = OWN.map((own) => ({ ...own, origin: 'snapshot' as const }));
	const { link, page } = await create('polls', [], columns);
	expect(link).toMatch(/^http:\/\/localhost:23323\/capabilities\/snapshot\?ask=polls#snapshot=/);
	expect(page.isPublic).toBe(false);
});

test('with public pages an answer from the reference goes there as its question', async () => {
	vi.stubEnv('PUBLIC_SHARE_URL', 'https://example.org/beeper/');
	const reference = OWN.map((own) => ({ ...own, origin: 'reference' as const }));
	for (const { link } of [
		await create('polls', ['slack']),
		await create('polls', [], reference),
		await create('polls', [], [])
	])
		expect(link).toBe('https://example.org/beeper/capabilities/?ask=polls');
});

test('public pages link to their own address, and on this computer say that it opens there', async () => {
	vi.stubEnv('PUBLIC_SHARE_URL', './');
	const { link, page } = await create('polls', [], []);
	expect(link).toBe(`${ORIGIN}/capabilities/?ask=polls`);
	expect(describeCopiedLink(page)).toBe('Link copied. It opens on this computer.');
});
