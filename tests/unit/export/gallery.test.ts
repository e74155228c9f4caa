// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { drawExample, EXAMPLES } from '../../gallery';
import { findOverlaps, findTextBoxes } from '../../fixtures/picture-geometry';

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
