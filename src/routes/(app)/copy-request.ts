import { toCurl } from '$lib/api/curl';
import type { ApiRequest } from '$lib/api/requests';
import { connection } from '$lib/app/app';
import { getRequestAddress } from '$lib/app/request-text';
import { copyText } from '$lib/components/ui/copy';

/**
 * Copies a request as a command that sends it to the server of this page.
 *
 * @throws NotCopied, see {@link copyText}
 */
export function copyRequest(request: ApiRequest): Promise<void> {
	return copyText(toCurl(request, getRequestAddress(connection.login)));
}
