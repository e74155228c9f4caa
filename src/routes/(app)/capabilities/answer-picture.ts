import { copyPicture, rasterise } from '$lib/components/share/picture';
import type { Answer } from '$lib/domain/capabilities/ask/answer';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { formatTableTitle } from '$lib/domain/capabilities/table/table-title';
import { toDay } from '$lib/format/time';
import { theme } from '$lib/app/app';
import { toSharedTable } from './shared-answer';
import { getPictureTheme } from './shareable-table';

/** Copies an answer as a picture for a post: the question, its answer, and the answer's table. */
export async function copyAnswerPicture(
	question: string,
	answer: Answer,
	columns: readonly CapabilityColumn[]
): Promise<string> {
	await copyPicture(drawAnswer(question, answer, columns));
	return 'Picture copied.';
}

async function drawAnswer(
	question: string,
	answer: Answer,
	columns: readonly CapabilityColumn[]
): Promise<Blob> {
	const { drawSvg } = await import('$lib/export/svg');
	const { table, headline, ...about } = toSharedTable(question, answer, columns);
	const { svg } = drawSvg(
		table,
		{
			title: formatTableTitle(table, about),
			headline,
			date: toDay(Date.now()),
			theme: getPictureTheme(theme.name)
		},
		'post'
	);
	return (await rasterise(svg, { scale: 2 })).blob;
}
