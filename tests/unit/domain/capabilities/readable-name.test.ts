import { expect, test } from 'vitest';
import { toReadableName } from '$lib/domain/capabilities/readable-name';

test.for([
	['pollMaxOptions', 'Poll max options'],
	['poll_max_options', 'Poll max options'],
	['PollMaxOptions', 'Poll max options'],
	['poll-end', 'Poll end'],
	['maxURLLength', 'Max URL length'],
	['mp4Video', 'Mp4 video'],
	['stories', 'Stories'],
	['state.theme', 'State: theme'],
	['ordered_list.jump_value', 'Ordered list: jump value'],
	['ÜberSicht', 'Über sicht'],
	['__', '__'],
	['', '']
] as const)('%s is called "%s"', ([key, name]) => {
	expect(toReadableName(key)).toBe(name);
});
