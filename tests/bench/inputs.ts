import type { Locator, Page } from '@playwright/test';
import { toSpread, type Spread } from './table';

/** Milliseconds from an input to the changed document, and to the frame that shows the change. */
export interface InputFigures {
	input: string;
	changed: Spread;
	painted: Spread;
}

interface Step {
	control: Locator;
	/** The chosen or typed value; absent for a click. */
	value?: string;
}

interface Input {
	input: string;
	/** Repeated in turn. */
	steps: readonly Step[];
}

/** Repetitions of each input. */
const TIMES = 60;

/** The inputs that change the list, with their controls. */
function listInputs(page: Page): readonly Input[] {
	function answers(group: string, ...names: readonly string[]): Step[] {
		const within = page.getByRole('group', { name: group, exact: true });
		return names.map((name) => ({ control: within.getByRole('radio', { name, exact: true }) }));
	}

	function chosen(label: string, ...values: readonly string[]): Step[] {
		// Folded away, as its value is set by the page itself.
		const control = page.getByRole('combobox', { name: label, exact: true, includeHidden: true });
		return values.map((value) => ({ control, value }));
	}

	const network = { control: page.getByRole('checkbox', { name: 'WhatsApp', exact: true }) };
	const box = page.getByRole('searchbox', { name: 'Search chats' });
	// A space at the end does not change the result.
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
 * Runs in the page: makes one input and waits for the frame that shows the change.
 *
 * @returns undefined when nothing visible changed
 */
async function note(element: Element, value: string | undefined) {
	// Effects of the previous input must not count: last messages are still loading.
	await new Promise((resolve) => setTimeout(resolve, 150));
	// Watches the list only, because the seconds since the last poll change beside it. Without
	// results there is no list.
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

/** Measures every input, on a page that shows all chats of its server. */
export async function timeInputs(page: Page): Promise<readonly InputFigures[]> {
	const figures: InputFigures[] = [];
	for (const { input, steps } of listInputs(page)) {
		const noted = [];
		for (let turn = 0; turn < TIMES; turn++) {
			const { control, value } = steps[turn % steps.length] ?? {};
			const times = await control?.evaluate(note, value);
			if (times) noted.push(times);
		}
		figures.push({
			input,
			changed: toSpread(noted.map(({ changed }) => changed)),
			painted: toSpread(noted.map(({ painted }) => painted))
		});
		await page.getByRole('searchbox', { name: 'Search chats' }).fill('');
		await page.getByRole('grid').waitFor();
	}
	return figures;
}
