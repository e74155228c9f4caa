import type { Hono } from 'hono';
import type { ChatRecord } from '../messages';
import { Refusal } from './failure';
import type { Sample } from './sample';

/** Some seconds after a start the server answers, but does not know everything yet. */
export function isReady({ behaviour: { notReady }, now }: Sample): boolean {
	return notReady === null || now() >= notReady.until;
}

/** Chats as the lists have them: a server that is not ready shows the first few as if they were all. */
export function listedChats(sample: Sample): readonly ChatRecord[] {
	const { world, behaviour } = sample;
	return isReady(sample) ? world.chats : world.chats.slice(0, behaviour.notReady?.listed);
}

/** Single chats of a server that is not ready. */
export function addStarting(app: Hono, sample: Sample) {
	app.get('/v1/chats/:chatID', async (context, next) => {
		if (isReady(sample) || context.req.param('chatID') === 'search') return next();
		if (sample.behaviour.notReady?.chatStatus === 404) throw new Refusal(404, 'Chat not found');
		return context.json({ message: 'Not ready', code: 'INTERNAL_ERROR' }, 500);
	});
}
