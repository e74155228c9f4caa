import type { ServerType } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { SampleServer } from '$lib/sample/create-server';

/** Milliseconds from the start of a connection to the first ping, and between the others. */
const FIRST_PING = 10_000;
const PING = 30_000;
/** Bytes of the longest message that a client may send. */
const MAX_PAYLOAD = 256 * 1024;

/**
 * Serves the events of a sample server as a WebSocket at `/v1/ws`, to clients with a valid token.
 *
 * @returns closes every connection
 */
export function serveEvents(server: ServerType, sample: SampleServer): () => void {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });

	server.on('upgrade', async (request, socket, head) => {
		socket.on('error', () => socket.destroy());
		const { authorization = '', host = 'localhost' } = request.headers;
		const { status } = await sample.fetch(
			new Request(new URL(request.url ?? '/', `http://${host}`), {
				headers: { Authorization: authorization }
			})
		);
		if (status === 426) {
			return sockets.handleUpgrade(request, socket, head, (opened) =>
				sockets.emit('connection', opened)
			);
		}
		socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
	});

	sockets.on('connection', (socket) => {
		const session = sample.events.connect((text) => socket.send(text));
		let pings: NodeJS.Timeout | undefined;
		const first = setTimeout(() => {
			socket.ping();
			pings = setInterval(() => socket.ping(), PING);
		}, FIRST_PING);
		socket.on('message', (message) => session.receive(String(message)));
		socket.on('error', () => socket.terminate());
		socket.on('close', () => {
			session.close();
			clearTimeout(first);
			clearInterval(pings);
		});
	});

	return () => {
		for (const socket of sockets.clients) socket.terminate();
	};
}
