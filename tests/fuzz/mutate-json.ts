import type { Random } from '$lib/format/random';

/** Stand for JSON that no value can be written as. */
const DEEP = '\ue000deep';
const INFINITE = '\ue000infinite';

const SCRIPTS = [
	'<script>window.__pwned=1</script>',
	'<img src=x onerror="window.__pwned=1">',
	'<svg onload=window.__pwned=1>',
	'"><iframe srcdoc="<script>parent.__pwned=1</script>">',
	'javascript:window.__pwned=1',
	'data:text/html,<script>opener.__pwned=1</script>',
	'[x](javascript:window.__pwned=1)',
	'<a href="javascript:window.__pwned=1">x</a>',
	'<p style="background:url(http://elsewhere.example/)">x</p>',
	'{{constructor.constructor("window.__pwned=1")()}}'
] as const;

const TEXTS = [
	...['', ' ', '\0', '\n\n', '\ud800', 'a\udc00', '\u202eabc', '\u2066', '\u200b\u200d', '\ufeff'],
	...['NaN', 'Infinity', '-0', '1e999', '0x10', 'null', 'undefined', 'true', '__proto__'],
	...[
		'.',
		'..',
		'../..',
		'/',
		'%',
		'%00',
		'#',
		'?',
		'//elsewhere.example/',
		'http://elsewhere.example/'
	],
	...['9999-12-31T23:59:59Z', '0000-00-00', '2026-02-30T25:61:61Z', '+275760-09-13', '2026-13-45'],
	...['constructor', 'toString', 'hasOwnProperty', '{{sender}}', '&#0;', '&#xd800;', '<b><i><u>']
] as const;

const NUMBERS = [
	...[0, -1, 0.5, -2, 2, 2 ** 31, 2 ** 53, -(2 ** 53), 1e-300, 1e300, Number.MAX_VALUE],
	...[8.64e15, -8.64e15, 8.64e15 + 1, 1e12, -62135596800001, Number.MIN_VALUE]
] as const;

const KEYS = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'length',
	'',
	'0',
	'a.b',
	'😀'
] as const;

/** Sizes of what is made long; the last few are rare, as they take long. */
const SIZES = [10, 30, 100, 300, 1_000, 1_100, 3_000, 11_000, 110_000] as const;

function makeSize(random: Random): number {
	// A few are huge.
	return random.chance(0.08) ? (SIZES[random.int(5, 8)] ?? 0) : (SIZES[random.int(0, 3)] ?? 0);
}

function makeValue(random: Random): unknown {
	return random.pick([
		() => random.pick(TEXTS),
		() => random.pick(SCRIPTS),
		() => random.pick(NUMBERS),
		() => random.pick([null, true, false, {}, []] as const),
		() => random.pick(['x', '\u202e', '<b>', '**', '😀', '&lt;'] as const).repeat(makeSize(random)),
		() => new Array(makeSize(random)).fill(random.pick([null, 7, 'x', {}] as const)),
		() => Object.fromEntries(Array.from({ length: makeSize(random) }, (_, n) => [`k${n}`, n % 5])),
		() => Object.fromEntries([[random.pick(KEYS), { polluted: 1 }]]),
		() => random.pick([DEEP, INFINITE] as const)
	])();
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
	return typeof value === 'object' && value !== null;
}

/** A random place in a value: the object or list that holds it, and its key. */
function findPlace(root: Holder, random: Random): { holder: Holder; key: string } {
	let holder = root;
	for (;;) {
		const keys = Object.keys(holder);
		const key = keys[random.int(0, Math.max(0, keys.length - 1))] ?? '0';
		const below = Object.hasOwn(holder, key) ? holder[key] : undefined;
		if (!isHolder(below) || Object.keys(below).length === 0 || random.chance(0.2)) {
			return { holder, key };
		}
		holder = below;
	}
}

function spell(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function put(holder: Holder, key: string, value: unknown) {
	if (Array.isArray(holder) && !Object.keys(holder).includes(key)) return holder.push(value);
	// Assigning would set the prototype.
	return Object.defineProperty(holder, key, {
		...{ value, configurable: true, enumerable: true, writable: true }
	});
}

function change(root: Holder, random: Random) {
	const { holder, key } = findPlace(root, random);
	const value = holder[key];
	const other = findPlace(root, random);
	random.pick([
		() => put(holder, key, makeValue(random)),
		() => put(holder, key, makeValue(random)),
		() => Reflect.deleteProperty(holder, key),
		() => put(holder, random.pick(KEYS), makeValue(random)),
		() => put(holder, key, [value]),
		() => put(holder, key, { value, id: value }),
		() => put(holder, key, spell(value)),
		// Two things of one ID, an ID that names its own owner, and the like.
		() => put(holder, key, structuredClone(other.holder[other.key])),
		() => Array.isArray(value) && value.push(...structuredClone(value.slice(0, 100))),
		() => put(holder, key, `${spell(value)}${random.pick(TEXTS)}${random.pick(SCRIPTS)}`)
	])();
}

/**
 * JSON text of a value in which a few things were changed as no sane server would.
 *
 * @param most - number of changes at most
 */
export function mutateJSON(value: unknown, random: Random, most = 8): string {
	const root: Holder = { value: structuredClone(value) };
	for (let changes = random.int(1, most); changes > 0; changes--) change(root, random);
	const text = (JSON.stringify(root.value) ?? 'null')
		.replaceAll(`"${INFINITE}"`, '1e999')
		.replace(`"${DEEP}"`, () => {
			const levels = random.pick([20, 40, 10_000, 100_000]);
			return random.chance(0.5)
				? '['.repeat(levels) + ']'.repeat(levels)
				: '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
		});
	return random.chance(0.01) ? text.slice(0, random.int(0, text.length)) : text;
}
