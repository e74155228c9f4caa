import type { Answer } from './answer';

/** An answer as plain text: its sentence, then a line for each network. */
export function formatAnswer({ sentence, columns, rows }: Answer): string {
	const lines = columns.map(({ name }, index) => {
		const values = rows.flatMap((row) => {
			const cell = row.cells[index];
			const note = cell?.note ? ` (${cell.note})` : '';
			return cell ? [`${rows.length > 1 ? `${row.name} ` : ''}${cell.text}${note}`] : [];
		});
		return `${name}: ${values.join(' · ')}`;
	});
	return [sentence, lines.join('\n')].filter(Boolean).join('\n\n');
}
