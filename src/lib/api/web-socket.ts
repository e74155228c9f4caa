/** The events of a socket. `ontext` is called after `onopen`; nothing is called after `onclose`. */
export interface SocketListener {
	onopen(): void;
	ontext(text: string): void;
	onclose(): void;
}

export interface TextSocket {
	/** Only while the socket is open. */
	send(text: string): void;
	close(): void;
}

/** Opens a socket to the events of a server. */
export type OpenSocket = (listener: SocketListener) => TextSocket;

/** The subprotocol of the relay. */
const SUBPROTOCOL = 'beeper-dashboard';

/**
 * The events of a relay. Pages cannot set headers of a socket, so the token goes to the relay as a
 * subprotocol, and never in the URL. Beeper itself does not know that subprotocol.
 *
 * @param address - of the relay
 */
export function createRelaySocket(address: string, token: string): OpenSocket {
	return function open({ onopen, ontext, onclose }) {
		const bytes = String.fromCharCode(...new TextEncoder().encode(token));
		const encoded = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
		const url = `${address.replace(/^http/, 'ws')}/v1/ws`;
		const socket = new WebSocket(url, [SUBPROTOCOL, `bearer.${encoded}`]);
		socket.onopen = onopen;
		socket.onmessage = ({ data }) => {
			if (typeof data === 'string') ontext(data);
		};
		socket.onclose = onclose;
		return {
			send: (text) => socket.send(text),
			close: () => socket.close()
		};
	};
}
