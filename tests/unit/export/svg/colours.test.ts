import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS } from '$lib/export/svg/colours';

/** The page's colours by name, light and dark. */
function pageColours(): Map<string, { light: string; dark: string }> {
	const css = readFileSync(new URL('../../../../src/app.css', import.meta.url), 'utf8');
	const rules = css.matchAll(/--([a-z-]+): light-dark\((#\w+), (#\w+)\)/g);
	return new Map([...rules].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

test.for(['light', 'dark'] as const)('a %s picture has the colours of the page', (theme) => {
	const { tones, ...plain } = COLOURS[theme];
	const colours = pageColours();
	const named = Object.entries({
		...plain,
		...{ good: tones.good.ink, goodSoft: tones.good.tint },
		...{ fair: tones.fair.ink, fairSoft: tones.fair.tint },
		...{ poor: tones.poor.ink, poorSoft: tones.poor.tint },
		...{ bad: tones.bad.ink, badSoft: tones.bad.tint },
		...{ ink: tones.plain.ink, inkMuted: tones.silent.ink }
	});
	expect(named.map(([name, colour]) => [name, colour])).toEqual(
		named.map(([name]) => [
			name,
			colours.get(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))?.[theme]
		])
	);
});
