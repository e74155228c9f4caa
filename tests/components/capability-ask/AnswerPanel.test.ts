import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import AnswerPanel from '$lib/components/capability-ask/AnswerPanel.svelte';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { column } from '../../unit/domain/capabilities/tables';
import { makeCapabilities } from '../../fixtures/capabilities';

const COLUMNS = [
	column('Signal', [
		[makeCapabilities({ poll: 'full', editMaxAge: 86_400, editMaxCount: 10 }), 243],
		[makeCapabilities({ poll: 'full', editMaxCount: 10 }), 1]
	]),
	column('WhatsApp', [[makeCapabilities({ poll: 'full' }), 30]]),
	column('Slack', [[makeCapabilities({ poll: 'rejected' }), 5]]),
	column('Bluesky', [[makeCapabilities(), 3]]),
	column('Matrix', [], 4)
];

function show(question: string, isSoFar = false) {
	const copyPicture = vi.fn(() => 'Picture copied.');
	const copyText = vi.fn(() => 'Text copied.');
	const copyLink = vi.fn(() => 'Link copied.');
	render(AnswerPanel, {
		answer: answerQuestion(question, COLUMNS),
		isSoFar,
		getQuestionHref: (ask) => `/capabilities?ask=${ask}`,
		copyPicture,
		copyText,
		copyLink
	});
	return { copyPicture, copyText, copyLink };
}

function region() {
	return screen.getByRole('region', { name: 'Answer' });
}

function readCells(name: string): string[] {
	const row = within(region()).getByRole('rowheader', { name }).closest('tr');
	if (!row) throw new Error(`${name} is in no row`);
	return within(row)
		.getAllByRole('cell')
		.map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' '));
}

test('begins with the sentence that answers', () => {
	show('edit signal');
	expect(region().textContent.trim()).toMatch(
		/^Signal: edit for 24 hours, at most 10 times \(1 of 244 differs\)\./
	);
	expect(readCells('Edit')).toEqual(['24 h, 10 edits (1 of 244 differs)']);
});

test('keeps “no”, “not stated” and “not reported” apart', () => {
	show('who has polls');
	expect(region().textContent.trim().replaceAll(/\s+/g, ' ')).toMatch(
		/^2 of 5 networks have polls: Signal, WhatsApp\. 1 doesn’t: Slack \(rejected\)\. Bluesky says nothing, Matrix reports nothing\./
	);
	expect(readCells('Signal')).toEqual(['Full']);
	expect(readCells('Slack')).toEqual(['Rejected']);
	expect(within(region()).getByText('Not stated: Bluesky')).toBeDefined();
	expect(within(region()).getByText('Not reported: Matrix')).toBeDefined();
});

test('says what it didn’t understand, and offers what was probably meant', () => {
	show('polls flurb whatsup flurb whatsup');
	expect(region().textContent).toContain('Didn’t understand “flurb” and “whatsup”.');
	const link = within(region()).getByRole('link', { name: 'WhatsApp?' });
	expect(link.getAttribute('href')).toBe('/capabilities?ask=polls flurb whatsup flurb WhatsApp');
});

test('copies what was asked, and says so', async () => {
	const { copyText, copyLink } = show('polls');
	await userEvent.click(screen.getByRole('button', { name: 'Copy text' }));
	expect(copyText).toHaveBeenCalledOnce();
	expect(screen.getByRole('alert').textContent.trim()).toBe('Text copied.');
	await userEvent.click(screen.getByRole('button', { name: 'Copy link' }));
	expect(copyLink).toHaveBeenCalledOnce();
	expect(screen.getByRole('alert').textContent.trim()).toBe('Link copied.');
});

test('nothing that was understood: no table, nothing to copy', () => {
	show('flurb');
	expect(within(region()).queryByRole('table')).toBeNull();
	expect(within(region()).queryByRole('button')).toBeNull();
});

test('says that chats are still loading even where none answers yet', () => {
	show('polls in groups', true);
	expect(region().textContent).toMatch(/You have no groups\..*Chats are still loading/s);
});
