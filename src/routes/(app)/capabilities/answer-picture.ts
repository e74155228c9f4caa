import { copyPicture, rasterise } from '$lib/components/share/picture';
import type { Answer } from '$lib/domain/capabilities/ask/answer';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import { toDay } from '$lib/format/time';
import { theme } from '$lib/app/app';

/** Copies an answer as a picture: its sentence above the table of what was asked. */
export async function copyAnswerPicture(
	answer: Answer,
	columns: readonly CapabilityColumn[]
): Promise<string> {
	await copyPicture(drawAnswer(answer, columns));
	return 'Picture copied.';
}

async function drawAnswer(answer: Answer, columns: readonly CapabilityColumn[]): Promise<Blob> {
	const { drawSvg } = await import('$lib/export/svg');
	const keys = answer.columns.map(({ key }) => key);
	const paths = new Set(answer.paths);
	const table = buildTable(
		keys.flatMap((key) => columns.filter((column) => column.key === key)),
		{ isShown: ({ path }) => paths.has(path) }
	);
	const isDark =
		theme.name === 'dark' ||
		(theme.name === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	const { svg } = drawSvg(table, {
		title: answer.sentence,
		date: toDay(Date.now()),
		theme: isDark ? 'dark' : 'light'
	});
	return (await rasterise(svg, { scale: 2 })).blob;
}
