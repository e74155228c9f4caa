import type { AttachmentCapability, Capabilities } from '../capabilities';
import { formattingObjections, type TextFacts } from './text';
import type { Objection } from './verdict';
import { isWorking, type SupportLevel } from '../level';
import { counted, numberWords } from '../quantity';

/** What stands against a caption. @param caption - null: none, and nothing stands against that */
export function captionObjections(
	capabilities: Capabilities,
	{ caption: level, maxCaptionLength }: AttachmentCapability,
	caption: TextFacts | null,
	taker: string
): readonly Objection[] {
	if (!caption) return [];
	const objections = levelObjections(level, taker);
	// Limit and formatting matter only where something is carried, or nobody states that.
	if (level !== undefined && !isWorking(level)) return objections;
	const formatting = formattingObjections(capabilities, caption).map(({ kind, reason }) => ({
		kind,
		reason: `caption: ${reason}`
	}));
	return [...objections, ...lengthObjections(caption, maxCaptionLength, taker), ...formatting];
}

function lengthObjections(
	{ length }: TextFacts,
	limit: number | undefined,
	taker: string
): readonly Objection[] {
	if (limit === undefined || length <= limit) return [];
	const words = `caption of ${counted(length, 'character')}, ${taker} takes ${numberWords(limit)}`;
	return [{ kind: 'no', reason: words }];
}

function levelObjections(level: SupportLevel | undefined, taker: string): readonly Objection[] {
	switch (level) {
		case 'full':
			return [];
		case 'partial':
			return [{ kind: 'changed', reason: 'caption is changed' }];
		case 'unsupported':
			return [{ kind: 'changed', reason: 'caption is not supported; it may come separately' }];
		case 'dropped':
			return [{ kind: 'changed', reason: 'caption is dropped' }];
		case 'rejected':
			return [{ kind: 'no', reason: `${taker} refuses captions; send the text on its own` }];
		case undefined:
			return [{ kind: 'unknown', reason: 'captions are not stated; it may be lost' }];
	}
}
