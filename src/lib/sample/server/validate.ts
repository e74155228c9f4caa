import type { Context } from 'hono';
import * as v from 'valibot';
import { isSince, type SampleContext, type Version } from './sample-context';
import { Refusal } from './failure';
import { isServed } from './rows';
import type { ChatRecord } from '../make-thread';

/** Parses `input`. @throws a 422 that lists its issues */
export function validate<Output>(schema: v.GenericSchema<unknown, Output>, input: unknown): Output {
	const result = v.safeParse(schema, input);
	if (result.success) return result.output;
	const issues = result.issues.map(({ type, message, path }) => ({
		code: type,
		message,
		path: (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
	}));
	throw new Refusal(422, 'Validation failed', issues);
}

/** Parses the JSON body; an empty body counts as `{}`. */
export async function readBody<Output>(
	context: Context,
	schema: v.GenericSchema<unknown, Output>
): Promise<Output> {
	const text = await context.req.text();
	let body: unknown = {};
	try {
		if (text) body = JSON.parse(text);
	} catch {
		throw new Refusal(400, 'The body is not JSON');
	}
	return validate(schema, body);
}

const LISTS = ['accountIDs', 'chatIDs', 'mediaTypes'];

/** Parses the query; a key without a value counts as absent, as clients write `null` that way. */
export function readQuery<Output>(
	context: Context,
	schema: v.GenericSchema<unknown, Output>
): Output {
	const query = Object.fromEntries(
		Object.entries(context.req.queries())
			.filter(([, values]) => values.some(Boolean))
			.map(([name, values]) => [name, LISTS.includes(name) ? values : values[0]])
	);
	return validate(schema, query);
}

export const queryFlag = v.pipe(
	v.picklist(['true', 'false']),
	v.transform((word) => word === 'true')
);

export function queryInteger(least: number, most: number) {
	return v.pipe(
		v.string(),
		v.regex(/^-?\d+$/, 'Must be a whole number'),
		v.transform(Number),
		v.minValue(least),
		v.maxValue(most)
	);
}

/** Parses an ISO date and time to epoch milliseconds. */
export const isoTime = v.pipe(
	v.string(),
	v.transform((text) => Date.parse(text)),
	v.number('Must be an ISO 8601 date and time')
);

/** Finds a chat by `id` or `localChatID`. @throws a 404 for an unknown chat */
export function findChat(sample: SampleContext, id: string | undefined): ChatRecord {
	const record = sample.world.find(id ?? '');
	if (!record || !isServed(sample, record)) throw new Refusal(404, 'Chat not found');
	return record;
}

/** @throws a 404 when the server is older than the requested feature */
export function requireSince(sample: SampleContext, least: Version) {
	if (!isSince(sample, least)) throw new Refusal(404, 'Not found');
}
