import type { ApiRequest } from './requests';

/**
 * A command that sends the same request from a POSIX shell. It holds `$BEEPER_TOKEN` instead of the
 * token. A file is read by its name from the current directory.
 *
 * @param address - the server’s, such as `http://localhost:23373`
 */
export function toCurl({ method, path, body, file }: ApiRequest, address: string): string {
	const words = [
		'curl',
		'--request',
		method,
		quote(address.replace(/\/+$/, '') + path),
		'--header',
		'"Authorization: Bearer $BEEPER_TOKEN"'
	];
	if (body) {
		// Not `--data`, which reads a file when the text begins with "@".
		words.push('--header', quote('Content-Type: application/json'));
		words.push('--data-raw', quote(JSON.stringify(body)));
	}
	if (file) words.push('--form', quote(`file=@${formName(file.name)}`));
	return words.join(' ');
}

/** Double quotes: otherwise `;` and `,` in a file name have a meaning to curl. */
function formName(name: string): string {
	return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

/** Single quotes: a shell interprets nothing inside them. */
function quote(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
