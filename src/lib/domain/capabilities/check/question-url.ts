import { formatExactSize } from '$lib/format/bytes';
import {
	ViewQuery,
	writeViewQuery,
	type Parameter,
	type ViewProblem
} from '$lib/domain/view-query';
import { formatMimeType, getFileKind } from './file-formats';
import type { FileFacts } from './file-facts';
import { parseFileQuestion, parseQuestion } from './parse-question';
import type { CheckQuestion } from './check-question';
import type { TextFacts } from './text';

export interface ParsedCheckView {
	question: CheckQuestion;
	/** In the order of the contract's keys. */
	problems: ViewProblem[];
	/** Unknown parameters, in their order; `formatCheckView` keeps them. */
	unknown: Parameter[];
}

/**
 * Parses the query of `/capabilities/check`: `file=video,mp4,120MB,2min,1920x1080&caption=300`. A bad
 * value is reported as a problem and ignored; nothing is thrown.
 */
export function parseCheckView(params: URLSearchParams): ParsedCheckView {
	const query = new ViewQuery(params);
	return {
		question: {
			files: query.readAll('file', parseFile, 'a file, such as video,mp4,120MB'),
			caption: query.readOne('caption', parseText, 'a number of characters') ?? null,
			text: query.readOne('text', parseText, 'characters and formatting, such as 300,bold') ?? null,
			age: query.readOne('age', parseAge, 'a time, such as 2d') ?? null
		},
		problems: query.problems,
		unknown: query.unknown
	};
}

/**
 * The inverse of {@link parseCheckView}: the question in numbers. It contains neither the name nor
 * the content of a file, and no word of a text.
 */
export function formatCheckView(
	{ files, caption, text, age }: CheckQuestion,
	unknown: readonly Parameter[] = []
): string {
	const params = writeViewQuery(
		[
			...files.map((file) => ['file', formatFile(file)] as const),
			['caption', caption ? formatText(caption) : ''],
			['text', text ? formatText(text) : ''],
			['age', age === null ? '' : formatSeconds(age)]
		],
		unknown
	);
	// Commas and slashes are allowed in a query, and addresses are read by people.
	return params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}

function parseFile(value: string): FileFacts | undefined {
	const { file, caption, unknown } = parseFileQuestion(value);
	return caption || unknown.length > 0 ? undefined : (file ?? undefined);
}

function parseText(value: string): TextFacts | undefined {
	const { question, unknown } = parseQuestion(`text ${value}`);
	return unknown.length > 0 || question.files.length > 0 ? undefined : (question.text ?? undefined);
}

function parseAge(value: string): number | undefined {
	const { question, unknown } = parseQuestion(value);
	return unknown.length > 0 ? undefined : (question.age ?? undefined);
}

/** `video,mp4,120MB,2min,1920x1080` */
function formatFile({ mimeType, size, duration, width, height }: FileFacts): string {
	const format = formatMimeType(mimeType);
	return [
		format.includes('/') ? '' : getFileKind(mimeType),
		format,
		size === undefined
			? ''
			: formatExactSize(size)
					.replace(/[, ]/g, '')
					.replace(/bytes?$/, 'b'),
		duration === undefined ? '' : formatSeconds(duration),
		...formatFilePixels(width, height)
	]
		.filter((part) => part !== '')
		.join(',');
}

/** `1920x1080`; of one side alone: `1920wide`. */
function formatFilePixels(width: number | undefined, height: number | undefined): string[] {
	if (width !== undefined && height !== undefined) return [`${width}x${height}`];
	if (width !== undefined) return [`${width}wide`];
	return height === undefined ? [] : [`${height}tall`];
}

/** `300,bold` */
function formatText({ length, features }: TextFacts): string {
	return [length, ...features].join(',');
}

const STEPS = [
	['d', 86_400],
	['h', 3_600],
	['min', 60]
] as const;

/** In the largest unit that leaves no remainder: `2d`, `90min`, `249.2s`; at most to the millisecond. */
function formatSeconds(seconds: number): string {
	const step = STEPS.find(([, size]) => seconds > 0 && seconds % size === 0);
	return step ? `${seconds / step[1]}${step[0]}` : `${Number(seconds.toFixed(3))}s`;
}
