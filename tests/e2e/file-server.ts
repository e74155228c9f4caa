import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import type { Running } from './servers';

/**
 * Serves a folder below a path as plain file servers do: no fallback, no headers, folders only with a
 * slash at the end.
 *
 * @param path - with a slash at both ends
 */
export async function startFileServer(folder: string, path: string): Promise<Running> {
	const server = createServer((request, response) => {
		void (async () => {
			const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
			const file = pathname.startsWith(path) && join(folder, pathname.slice(path.length));
			const found = file ? await stat(file).catch(() => undefined) : undefined;
			if (!file || !found) return response.writeHead(404).end();
			if (found.isDirectory() && !pathname.endsWith('/'))
				return response.writeHead(301, { Location: `${pathname}/${search}` }).end();
			const name = found.isDirectory() ? join(file, 'index.html') : file;
			const body = await readFile(name).catch(() => undefined);
			if (!body) return response.writeHead(404).end();
			return response.writeHead(200, { 'Content-Type': lookup(name) ?? '' }).end(body);
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		address: `http://localhost:${port}${path.slice(0, -1)}`,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
