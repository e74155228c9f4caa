import * as v from 'valibot';
import type { Label } from '$lib/domain/chat/chat';
import { identifier, record, text } from './fields';
import { read, type Reading } from './reading';

export const label = record({ id: identifier, name: v.exactOptional(text) });

export function readLabel(raw: unknown): Reading<Label> {
	return read(label, raw);
}
