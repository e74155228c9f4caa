import { copyPicture, rasterise } from '$lib/components/share/picture';
import type { Answer } from '$lib/domain/capabilities/ask/answer';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { buildAnswerTable } from '$lib/domain/capabilities/ask/answer-table';
import { toHeadline } from '$lib/domain/capabilities/ask/headline';
import { formatTableTitle } from '$lib/domain/capabilities/table/table-title';
import { toDay } from '$lib/format/time';
import { theme } from '$lib/app/app';

/** Copies an answer as a picture for a post: the question, its answer, and the table of what was asked. */
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
	const table = buildAnswerTable(answer, columns);
	const isDark =
		theme.name === 'dark' ||
		(theme.name === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	const isPicked = answer.networks.length > 0;
	const { svg } = drawSvg(
		table,
		{
			title: formatTableTitle(table, { by: 'network', q: question, isPicked }),
			headline: toHeadline(answer.sentence),
			date: toDay(Date.now()),
			theme: isDark ? 'dark' : 'light'
		},
		'post'
	);
	return (await rasterise(svg, { scale: 2 })).blob;
}
