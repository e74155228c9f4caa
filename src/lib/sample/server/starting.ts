import type { Hono } from 'hono';
import type { ChatRecord } from '../make-thread';
import { Refusal } from './failure';
import type { SampleContext } from './sample-context';

/** False for some seconds after a start, while the server responds with incomplete data. */
export function isReady({ behaviour: { notReady }, now }: SampleContext): boolean {
	return notReady === null || now() >= notReady.until;
}

/** The chats in lists. A server that is not ready returns the first few as if they were all. */
export function getListedChats(sample: SampleContext): readonly ChatRecord[] {
	const { world, behaviour } = sample;
	return isReady(sample) ? world.chats : world.chats.slice(0, behaviour.notReady?.listed);
}

/** Adds the responses of a server that is not ready to requests for single chats. */
export function addStarting(app: Hono, sample: SampleContext) {
	app.get('/v1/chats/:chatID', async (context, next) => {
		if (isReady(sample) || context.req.param('chatID') === 'search') return next();
		if (sample.behaviour.notReady?.chatStatus === 404) throw new Refusal(404, 'Chat not found');
		return context.json({ message: 'Not ready', code: 'INTERNAL_ERROR' }, 500);
	});
}
