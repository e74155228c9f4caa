import type { Hono } from 'hono';
import { LABELS } from '../assign-labels';
import { Refusal } from './failure';
import type { SampleContext } from './sample-context';

/** Adds the route for labels, which returns a bare array. */
export function addLabelRoutes(app: Hono, sample: SampleContext) {
	app.get('/v1/labels', (context) => {
		if (!sample.behaviour.labels) throw new Refusal(404, 'Not found');
		return context.json([...LABELS]);
	});
}
