import type { Locator, Page } from '@playwright/test';
import { spreadOf, type Spread } from './table';

/** Milliseconds from an input to what it changed in the document, and to the frame that shows it. */
export interface InputFigures {
	input: string;
	changed: Spread;
	painted: Spread;
}

interface Step {
	control: Locator;
	/** What is chosen or typed; absent for what is clicked. */
	value?: string;
}

interface Input {
	input: string;
	/** Made in turns, each as often as the others. */
	steps: readonly Step[];
}

/** How often each input is made. */
const TIMES = 60;

/** What people do to a list, by the controls they do it with. */
function inputsOf(page: Page): readonly Input[] {
	function answers(group: string, ...names: readonly string[]): Step[] {
		const within = page.getByRole('group', { name: group, exact: true });
		return names.map((name) => ({ control: within.getByRole('radio', { name, exact: true }) }));
	}

	function chosen(label: string, ...values: readonly string[]): Step[] {
		const control = page.getByRole('combobox', { name: label, exact: true });
		return values.map((value) => ({ control, value }));
	}

	const network = { control: page.getByRole('checkbox', { name: 'WhatsApp', exact: true }) };
	const box = page.getByRole('searchbox', { name: 'Search chats' });
	// A space asks for nothing new.
	const typed = ['b', 'bo', 'boo', 'book', 'book c', 'book cl', 'book clu', 'book club'];
	return [
		{ input: 'filter: unread', steps: answers('Unread', 'Yes', 'Any') },
		{ input: 'filter: not muted', steps: answers('Muted', 'No', 'Any') },
		{ input: 'filter: archived', steps: answers('Archived', 'Yes', 'Any') },
		{ input: 'filter: groups', steps: answers('Type', 'Group', 'Any') },
		{ input: 'filter: one network', steps: [network, network] },
		{ input: 'sort: title', steps: chosen('Sort', 'title', 'activity') },
		{ input: 'sort: unread', steps: chosen('Sort', 'unread', 'activity') },
		{ input: 'group: day', steps: chosen('Group', 'day', '') },
		{
			input: 'search, letter by letter',
			steps: typed.map((value) => ({ control: box, value }))
		}
	];
}

/**
 * In the page: makes one input and waits for the frame that shows what it changed.
 *
 * @returns undefined when nothing changed, as not every input changes what is in sight
 */
async function note(element: Element, value: string | undefined) {
	// What the input before it set off shall not count: last messages are still coming in.
	await new Promise((resolve) => setTimeout(resolve, 150));
	// Nothing beside the list, where the seconds since the last look are counted; nor where it is
	// not, as when nothing is found.
	const holder = document.querySelector('[role="grid"]')?.parentElement;
	const list: Element = holder ?? Reflect.get(window, 'list') ?? document.body;
	Object.assign(window, { list });
	const patience = 500;
	let last = 0;
	const observer = new MutationObserver(() => (last = performance.now()));
	observer.observe(list, { subtree: true, childList: true, characterData: true });
	const start = performance.now();
	if (value === undefined && element instanceof HTMLElement) element.click();
	if (
		value !== undefined &&
		(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
	) {
		element.value = value;
		const kind = element instanceof HTMLInputElement ? 'input' : 'change';
		element.dispatchEvent(new Event(kind, { bubbles: true }));
	}
	do await new Promise((resolve) => requestAnimationFrame(resolve));
	while (last === 0 && performance.now() - start < patience);
	observer.disconnect();
	const changed = last - start;
	await new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = resolve;
		port2.postMessage(null);
	});
	return last === 0 ? undefined : { changed, painted: performance.now() - start };
}

/** Every input, on a page that shows all chats of its server. */
export async function timeInputs(page: Page): Promise<readonly InputFigures[]> {
	const figures: InputFigures[] = [];
	for (const { input, steps } of inputsOf(page)) {
		const noted = [];
		for (let turn = 0; turn < TIMES; turn++) {
			const { control, value } = steps[turn % steps.length] ?? {};
			const times = await control?.evaluate(note, value);
			if (times) noted.push(times);
		}
		figures.push({
			input,
			changed: spreadOf(noted.map(({ changed }) => changed)),
			painted: spreadOf(noted.map(({ painted }) => painted))
		});
		await page.getByRole('searchbox', { name: 'Search chats' }).fill('');
		await page.getByRole('grid').waitFor();
	}
	return figures;
}
