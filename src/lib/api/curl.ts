import type { ApiRequest } from './requests';

/**
 * A command that sends the same request from a POSIX shell, to be pasted whole.
 * The token is not in it: the shell puts `$BEEPER_TOKEN` there. A file is looked for by its name, where
 * the shell is.
 *
 * @param address - of the server, such as `http://localhost:23373`
 */
export function curlOf({ method, path, body, file }: ApiRequest, address: string): string {
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

/** In double quotes, as else `;` and `,` in the name of a file mean something to curl. */
function formName(name: string): string {
	return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

/** Within single quotes a shell reads nothing but their end. */
function quote(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
