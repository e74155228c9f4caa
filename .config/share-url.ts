import { PUBLIC_BUILD } from './public-pages.js';

/**
 * The address of the public pages, from the environment variable `PUBLIC_SHARE_URL`, with a slash
 * at the end. Empty where the variable isn't set; `./` in the public pages themselves.
 *
 * @throws TypeError if it is not an address
 */
export function readShareURL(environment: Readonly<Record<string, string | undefined>>): string {
	if (environment[PUBLIC_BUILD]) return './';
	const given = environment['PUBLIC_SHARE_URL'];
	if (!given) return '';
	if (!URL.canParse(given) || !/^https?:/.test(given))
		throw new TypeError(`PUBLIC_SHARE_URL is no http(s) address: ${given}`);
	return given.replace(/[?#].*$/, '').replace(/\/*$/, '/');
}
