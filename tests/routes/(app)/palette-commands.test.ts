import { expect, test } from 'vitest';
import { createUndoCommand } from '../../../src/routes/(app)/palette-commands';
import { isPlain, makeSampleActions } from '../../fixtures/sample-actions';
import { toggle } from '../../fixtures/writes';

test('“Undo” is offered while there is a recent change, or one under way, and says why not else', async () => {
	const { mutations, chatLike, control, clock } = await makeSampleActions();
	const reasons: (string | undefined)[] = [];
	function look() {
		reasons.push(createUndoCommand(mutations).disabledReason);
	}

	look();
	control.mishap = (_request, send) => {
		look();
		return send();
	};
	await mutations.run(toggle('pin', chatLike(isPlain).id));
	look();
	clock.now += 30_000;
	look();
	const none = 'No recent change to undo';
	expect(reasons).toEqual([none, undefined, undefined, none]);
});
