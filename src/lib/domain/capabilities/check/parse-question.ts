import { findMimeType, getFileKind, getUsualType, type FileKind } from './file-formats';
import type { FileFacts } from './file-facts';
import { EMPTY_QUESTION, type CheckQuestion } from './check-question';
import { FEATURES, FEATURE_PHRASES, FILLERS, KINDS } from './question-words';
import type { TextFacts } from './text';
import { findResolution, findUnit, parseNumber } from './units';

/** A question as it was understood. */
export interface ParsedQuestion {
	question: CheckQuestion;
	/** The words that mean nothing here, in their order. */
	unknown: readonly string[];
}

/** The part of a question that is about one file. */
export interface ParsedFileQuestion {
	/** Null: the words describe no file. */
	file: FileFacts | null;
	/** Null: without a caption. A length of 1 stands for any caption. */
	caption: TextFacts | null;
	unknown: readonly string[];
}

/**
 * Reads a file that is described in words: `120 MB mp4 with caption`, `video,mp4,2min,1920x1080`.
 * Nothing is thrown. A file of which only the kind is said has its usual format: a video is an MP4.
 *
 * @returns facts for `checkFile`; words about other subjects count as unknown
 */
export function parseFileQuestion(words: string): ParsedFileQuestion {
	const { question, unknown } = parseQuestion(words);
	return { file: question.files[0] ?? null, caption: question.caption, unknown };
}

/**
 * Reads a question in words, such as `formatQuestion` writes: files (` + ` between several), a caption,
 * a text (`10,000 characters with bold`) and an age (`2 days old`), in any order. Nothing is thrown.
 */
export function parseQuestion(words: string): ParsedQuestion {
	const reader = new QuestionReader();
	let rest = words.toLowerCase().slice(0, MAX_LENGTH);
	while (rest !== '') {
		const match = findMatch(rest);
		rest = rest.slice(match.length);
		match.apply(reader);
	}
	return reader.finish();
}

/** Characters; a longer question says nothing more. */
const MAX_LENGTH = 2_000;

type Apply = (reader: QuestionReader) => void;
interface Match {
	/** The number of characters read; positive. */
	length: number;
	apply: Apply;
}

/** The end of a word: the next character belongs to no word. */
const END = '(?![\\p{L}\\p{N}])';
const NUMBER = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:\\.\\d+)?)';

const PATTERNS: readonly (readonly [RegExp, (groups: readonly string[]) => Apply | undefined])[] = [
	[/^\s\+\s/u, () => (reader) => reader.startFile()],
	[/^\s+/u, () => () => undefined],
	[/^[,;·|()?!+&"“”]+/u, () => (reader) => reader.endPhrase()],
	[
		new RegExp(`^(\\d{1,7})\\s*[x×*]\\s*(\\d{1,7})${END}`, 'u'),
		([width, height]) =>
			(reader) =>
				reader.setFile({ width: Number(width), height: Number(height) })
	],
	[
		new RegExp(`^(\\d{1,7})\\s*(?:px|pixels)?\\s*(wide|tall|high)${END}`, 'u'),
		([pixels, side]) =>
			(reader) =>
				reader.setFile({ [side === 'wide' ? 'width' : 'height']: Number(pixels) })
	],
	[
		new RegExp(`^(?:(\\d{1,4}):)?(\\d{1,4}):(\\d\\d)(?:\\s*(?:min|h))?${END}`, 'u'),
		([hours = '', minutes, seconds]) =>
			(reader) =>
				reader.addDuration(Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds))
	],
	[
		new RegExp(`^(\\d+[pk])${END}`, 'u'),
		([name = '']) => {
			const resolution = findResolution(name);
			if (!resolution) return undefined;
			const [width, height] = resolution;
			return (reader) => reader.setFile({ width, height });
		}
	],
	[
		new RegExp(`^${NUMBER}\\s*k\\s+([a-z]+)${END}`, 'u'),
		([number = '', unit = '']) =>
			findUnit(unit)?.measures === 'length'
				? readAmount(parseNumber(number) * 1_000, unit)
				: undefined
	],
	[
		new RegExp(`^${NUMBER}\\s*([a-z]+)${END}`, 'u'),
		([number = '', unit = '']) => readAmount(parseNumber(number), unit)
	],
	[
		new RegExp(`^an?\\s+([a-z]+)${END}`, 'u'),
		([unit = '']) =>
			unit.length > 1 && findUnit(unit)?.measures === 'time' ? readAmount(1, unit) : undefined
	],
	[
		new RegExp(`^(?:captions?|captioned)${END}`, 'u'),
		() => (reader) => reader.startText('caption')
	],
	[new RegExp(`^(?:text|texts|message)${END}`, 'u'), () => (reader) => reader.startText('text')],
	[new RegExp(`^(?:old|ago)${END}`, 'u'), () => (reader) => reader.endAge()],
	[new RegExp(`^(?:after|age|aged)${END}`, 'u'), () => (reader) => reader.startAge()],
	[
		new RegExp(`^yesterday${END}`, 'u'),
		() => (reader) => {
			reader.addDuration(86_400);
			reader.endAge();
		}
	],
	[
		new RegExp(`^([a-z]+/[a-z0-9.+_-]+)${END}`, 'u'),
		([mimeType = '']) => {
			const type = findMimeType(mimeType);
			return type === undefined ? undefined : (reader) => reader.setFile({ mimeType: type });
		}
	],
	[
		new RegExp(`^${NUMBER}${END}`, 'u'),
		([number = '']) =>
			(reader) =>
				reader.addNumber(parseNumber(number), number)
	]
];

function findMatch(rest: string): Match {
	// Read first, as "message link" is no message.
	const feature = FEATURE_PHRASES.find((phrase) => startsWithWord(rest, phrase));
	if (feature !== undefined) {
		return {
			length: feature.length,
			apply: (reader) => reader.addFeature(FEATURES.get(feature) ?? feature)
		};
	}
	for (const [pattern, read] of PATTERNS) {
		const [whole, ...groups] = pattern.exec(rest) ?? [];
		const apply = whole === undefined ? undefined : read(groups);
		if (whole && apply) return { length: whole.length, apply };
	}
	const [word = rest] = /^[^\s,;·|]+/u.exec(rest) ?? [];
	return { length: word.length, apply: readWord(word.replace(/[().?!"“”]+$/u, '')) };
}

function startsWithWord(text: string, word: string): boolean {
	return text.startsWith(word) && !/^[\p{L}\p{N}_.]\S/u.test(text.slice(word.length));
}

function readWord(word: string): Apply {
	const kind = KINDS.get(word);
	if (kind) return (reader) => reader.setFile({ kind });
	const mimeType = findMimeType(word.replace(/^\./, '').replace(/s$/, ''));
	if (mimeType !== undefined) return (reader) => reader.setFile({ mimeType });
	if (word === '' || FILLERS.has(word)) return () => undefined;
	return (reader) => reader.unknown.push(word);
}

/** The largest amount, in bytes, seconds or characters: larger ones have no exact number. */
const MAX_AMOUNT = 1e15;

/**
 * Reads a number with its unit; undefined for an unknown unit, and for an amount beyond all limits.
 */
function readAmount(number: number, word: string): Apply | undefined {
	const unit = findUnit(word);
	if (!unit) return undefined;
	const amount = number * unit.amount;
	if (amount > MAX_AMOUNT) return undefined;
	switch (unit.measures) {
		case 'size':
			return (reader) => reader.setFile({ size: Math.round(amount) });
		case 'time':
			return (reader) => reader.addDuration(amount);
		case 'length':
			return (reader) => reader.setLength(amount);
	}
}

/** The facts of one file, as far as they have been read. */
interface FileDraft {
	kind?: FileKind;
	mimeType?: string;
	size?: number;
	width?: number;
	height?: number;
	duration?: number;
}

/** Collects a question from its words, one after another. */
class QuestionReader {
	readonly unknown: string[] = [];
	readonly #files: FileFacts[] = [];
	readonly #texts: Record<'caption' | 'text', TextFacts | null> = { caption: null, text: null };
	#draft: FileDraft = {};
	/** Seconds; null: none. Its parts add up (`1 min 30 s`) until it is known what it measures. */
	#duration: number | null = null;
	#age: number | null = null;
	/** An age was announced: `after`. */
	#isAge = false;
	/** The text that lengths and formatting belong to. */
	#target: 'caption' | 'text' = 'text';
	/** A number without a unit is a length: `caption 300`. */
	#expectsLength = false;

	finish(): ParsedQuestion {
		const { caption, text } = this.#texts;
		const isNamed = Object.keys(this.#draft).some((fact) => fact !== 'duration');
		const isLone = this.#files.length === 0 && !isNamed && !caption && !text;
		if (this.#isAge) this.endAge();
		else this.endPhrase();
		// A duration alone is an age: nothing that lasts has been named.
		if (isLone && this.#age === null && this.#draft.duration !== undefined) {
			this.#age = this.#draft.duration;
			this.#draft = {};
		}
		this.startFile();
		const question = { ...EMPTY_QUESTION, files: this.#files, caption, text, age: this.#age };
		return { question, unknown: this.unknown };
	}

	/** Ends a file, if one is described; the next one may follow. */
	startFile() {
		this.endPhrase();
		const { kind, mimeType: named = getUsualType(kind ?? 'file'), ...measures } = this.#draft;
		if (Object.keys(this.#draft).length > 0) {
			const mimeType = adaptType(named, kind);
			this.#files.push({ name: getFileKind(mimeType), mimeType, ...measures, isDescribed: true });
		}
		this.#draft = {};
	}

	/** A duration that no age has claimed is the file's. */
	endPhrase() {
		const duration = this.#duration;
		if (duration === null || this.#isAge) return;
		this.#draft = { ...this.#draft, duration: (this.#draft.duration ?? 0) + duration };
		this.#duration = null;
	}

	setFile(facts: FileDraft) {
		this.endPhrase();
		this.#draft = { ...this.#draft, ...facts };
	}

	addDuration(seconds: number) {
		// Milliseconds are exact enough, and 1.1 h is 3,960 s.
		this.#duration = Math.round(((this.#duration ?? 0) + seconds) * 1000) / 1000;
	}

	startAge() {
		this.endPhrase();
		this.#isAge = true;
	}

	endAge() {
		this.#age = this.#duration ?? this.#age;
		this.#duration = null;
		this.#isAge = false;
	}

	startText(target: 'caption' | 'text') {
		this.endPhrase();
		this.#target = target;
		this.#expectsLength = true;
		this.#texts[target] ??= { length: 1, features: [] };
	}

	setLength(length: number) {
		const { features = [] } = this.#texts[this.#target] ?? {};
		this.#texts[this.#target] = { length: Math.max(1, Math.round(length)), features };
		this.#expectsLength = false;
	}

	/** Adds a number without a unit. */
	addNumber(number: number, word: string) {
		if (this.#expectsLength && number <= MAX_AMOUNT) this.setLength(number);
		else this.unknown.push(word);
	}

	addFeature(feature: string) {
		const { length = 1, features = [] } = this.#texts[this.#target] ?? {};
		this.#texts[this.#target] = { length, features: [...new Set([...features, feature])] };
	}
}

/** Containers of sound and pictures: a WebM that is called audio is `audio/webm`. */
function adaptType(mimeType: string, kind: FileKind | undefined): string {
	const [family, subtype = ''] = mimeType.split('/');
	const isContainer = /^(mp4|webm|ogg|3gpp|mpeg)$/.test(subtype);
	const isOther = kind !== undefined && kind !== 'file' && kind !== 'image' && kind !== family;
	return isOther && isContainer ? `${kind}/${subtype}` : mimeType;
}
