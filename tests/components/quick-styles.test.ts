import { screen } from '@testing-library/dom';
import { afterEach, describe, expect, test } from 'vitest';

afterEach(() => document.body.replaceChildren());

describe('a button is not found', () => {
	test.for([
		['with the attribute “hidden”', '<button hidden>Send</button>'],
		['of no display', '<button style="display: none">Send</button>'],
		['that is invisible', '<button style="visibility: hidden">Send</button>'],
		['in an element of no display', '<p style="display: none"><button>Send</button></p>'],
		['in an invisible element', '<p style="visibility: hidden"><i><button>Send</button></i></p>'],
		['in a closed dialog', '<dialog><button>Send</button></dialog>'],
		['in a closed popover', '<div popover><button>Send</button></div>'],
		['that a sheet hides', '<style>.off { display: none }</style><button class="off">Send</button>']
	] as const)('%s', ([, html]) => {
		const seen = '<button>Load</button><dialog open>Ask</dialog><div>Answer</div><p><i>x</i></p>';
		document.body.innerHTML = seen;
		screen.getByRole('button', { name: 'Load' });

		document.body.innerHTML = seen + html;
		expect(screen.getAllByRole('button')).toHaveLength(1);
		expect(screen.getAllByRole('button', { hidden: true })).toHaveLength(2);
	});
});

test('a button that was hidden is found', () => {
	document.body.innerHTML = '<div hidden><button>Send</button></div>';
	expect(screen.queryByRole('button')).toBeNull();
	document.querySelector('div')?.removeAttribute('hidden');
	expect(screen.queryByRole('button', { name: 'Send' })).not.toBeNull();
});

test('words of elements side by side are parted in a name, as those of inline elements are not', () => {
	document.body.innerHTML = '<button><i>a</i><i>b</i><div>c</div><div>d</div></button>';
	expect(screen.queryByRole('button', { name: 'ab c d' })).not.toBeNull();
});
