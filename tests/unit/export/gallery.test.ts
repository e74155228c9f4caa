// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { drawExample, EXAMPLES } from '../../gallery';
import { findOverlaps, findTextBoxes } from '../../fixtures/picture-geometry';

const FORMATS = ['post', 'square', 'full'] as const;

test.for(EXAMPLES.map((example) => [example.question, example] as const))(
	'“%s” has an answer that fits one picture',
	([, example]) => {
		const { svg, width, height, alt } = drawExample(example, 'light');
		const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
		if (!(documentElement instanceof SVGSVGElement)) throw new TypeError('Not an SVG');
		expect(documentElement.querySelectorAll('[role=cell]').length).toBeGreaterThan(0);
		expect(alt.startsWith(example.title)).toBe(true);
		const boxes = findTextBoxes(documentElement);
		expect(boxes.filter(({ right, bottom }) => right > width || bottom > height)).toEqual([]);
		expect(findOverlaps(boxes)).toEqual([]);
	}
);

test.for(
	EXAMPLES.flatMap((example) => FORMATS.map((format) => [example.title, format, example] as const))
)('the legend of “%s” as %s has one line', ([, format, example]) => {
	const { svg } = drawExample({ ...example, format }, 'light');
	const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
	const marks = [...documentElement.querySelectorAll('g > path:first-child + text')];
	const legend = marks.filter(({ parentElement }) => !parentElement?.closest('[role]'));
	expect(new Set(legend.map((text) => text.getAttribute('y'))).size).toBeLessThan(2);
});

test('a network that refuses videos is not said to be silent about their size', () => {
	const example = EXAMPLES.find(({ name }) => name === 'largest-video');
	const svg = example ? drawExample(example, 'light').svg : '';
	expect(svg).toContain('Not stated by LINE.');
	expect(svg).toContain('Doesn’t apply to Google Voice and Tumblr.');
});
