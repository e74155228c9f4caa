import type { Context, Hono } from 'hono';
import type { WriteFault } from './behaviour';
import { toChatRow, getServedChat } from './rows';
import type { SampleContext } from './sample-context';

/** Adds misleading responses to writes about chats, if the sample is configured to give them. */
export function addFaults(app: Hono, sample: SampleContext) {
	const { writeFaults: fault, staleEcho } = sample.behaviour;
	const methods = ['PATCH', 'POST', 'DELETE'];
	const paths = ['/v1/chats', '/v1/chats/:chatID/*'];

	if (fault)
		app.on(methods, paths, async (context, next) => {
			if (fault === 'before-503') return context.json({ message: 'Busy, try later' }, 503);
			await next();
			if (context.res.ok) context.res = await giveFaultyResponse(sample, context, fault);
			return undefined;
		});

	if (staleEcho > 0)
		app.on(methods, paths, async (context, next) => {
			const record = sample.world.find(context.req.param('chatID') ?? '');
			const before = record && structuredClone(getServedChat(sample, record));
			await next();
			if (!record || !before || !context.res.ok) return;
			sample.stale.set(record.chat.id, { chat: before, until: sample.now() + staleEcho });
			if (await holdsChat(context)) context.res = Response.json(toChatRow(sample, record));
		});
}

/** @returns the misleading response in place of the correct one */
async function giveFaultyResponse(
	sample: SampleContext,
	context: Context,
	fault: WriteFault
): Promise<Response> {
	switch (fault) {
		case 'redirect':
			return new Response(null, {
				status: 307,
				headers: { Location: `/moved${context.req.path}` }
			});
		case 'broken':
			return new Response('{"id":', { headers: { 'Content-Type': 'application/json' } });
		case 'other-chat': {
			const id = context.req.param('chatID') ?? '';
			const other = sample.world.chats.find(
				({ chat }) => chat.id !== id && chat.localChatID !== id
			);
			return other && (await holdsChat(context))
				? Response.json(toChatRow(sample, other))
				: context.res;
		}
		case 'accepted':
			return new Response(null, { status: 202 });
		default:
			return Response.json({ message: 'Busy, try later' }, { status: 503 });
	}
}

async function holdsChat({ res }: Context): Promise<boolean> {
	return res.status === 200 && (await res.clone().text()).includes('"participants"');
}
