import * as v from 'valibot';
import type { Label } from '$lib/domain/chat/chat';
import { identifier, record, text } from './schemas/primitives';
import { read, type Reading } from './parse';

export const label = record({ id: identifier, name: v.exactOptional(text) });

export function readLabel(raw: unknown): Reading<Label> {
	return read(label, raw);
}
