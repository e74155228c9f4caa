import { hashText } from '$lib/format/random';

/** Per second. */
const SAMPLE_RATE = 8_000;
const SECONDS = 2;
const HEADER_BYTES = 44;

/** A WAV file with a tone, whose pitch is derived from the URL. */
export function playTone(url: string): Uint8Array<ArrayBuffer> {
	const count = SAMPLE_RATE * SECONDS;
	const bytes = new Uint8Array(HEADER_BYTES + count);
	const view = new DataView(bytes.buffer);
	const pitch = 220 + (hashText(url) % 440);
	function write(at: number, text: string) {
		bytes.set(new TextEncoder().encode(text), at);
	}
	write(0, 'RIFF');
	view.setUint32(4, bytes.length - 8, true);
	write(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	// Uncompressed, one channel.
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, SAMPLE_RATE, true);
	view.setUint32(28, SAMPLE_RATE, true);
	view.setUint16(32, 1, true);
	view.setUint16(34, 8, true);
	write(36, 'data');
	view.setUint32(40, count, true);
	for (let at = 0; at < count; at++) {
		const fading = 1 - at / count;
		const wave = Math.sin((2 * Math.PI * pitch * at) / SAMPLE_RATE);
		bytes[HEADER_BYTES + at] = 128 + Math.round(60 * fading * wave);
	}
	return bytes;
}

/** A WebM file of one second: a square that moves to the right. */
const VIDEO =
	'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAQ8EU2bdLlNu4tTq4QVSalmU6yBbk27' +
	'i1OrhBZUrmtTrIGTTbuLU6uEH0O2dVOsgdRNu4xTq4QcU7trU6yCBCrsrgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
	'AAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYREVdszTYCGQ2hyb21lV0GGQ2hyb21lFlSua7yuuteBAXPF' +
	'hwUvxBbMcyqDgQFV7oEBhoVWX1ZQOOCdsIGguoFaU8CBAVWwkFWxgQFVuYECVbqBDVW7gQEfQ7Z1AQAAAAAAA0rngQCg' +
	'QLCh7IEAAACQBwCdASqgAFoACocIhYWImYSIOAIC/aolCmL56PD6E2eZjzfizKYOa5b6s9dwAh9n6KZd2YbGJaZJVOGv' +
	'iBT2pO+ZmKgA/tQ3ble4xZqMP0w22tFWhpLINVsdRzzh0Udq3S4f4aNQwHWhv6a97oEBpbhQBQCdASqgAFoACocIhYWI' +
	'mYSIOAIABigPCHVUmu4h1VJruIdVSa7iHVUmu4h1VJruIbwA/uuuAKD4odWBAHcA0QQAKhHAABgIivJkcb7cAHRttpJJ' +
	'Ekkf/vipVEA//5NWs5Dt5FkjBFD+1DdwWF7ooKGlGeq9u+VJZUkgE2sgcAXNk0TvqVlpWxlG9gR2LkTAdaGbppnugQGl' +
	'lBECACoRwAAYABhYL/QACICBAAAA+4EAoNahs4EA8ACxBAAqEcAAGAAYtmf0AAMcABVVVWBecPJ0xb92G3JdtQKF/QNR' +
	'qf4A/tQ3cFgxAHWhm6aZ7oEBpZQRAgAqEcAAGAAYWC/0AAiAgQAAAPuBd6DbobiBAWoA0QQAKhHAABgAGXZn9AAJVP/U' +
	'qoAOqMkuoaT4EdlHS2Em8HvQVXGgZ6D+1DdwWEtr8UTsAHWhm6aZ7oEBpZQRAgAqEcAAGAAYWC/0AAiAgQAAAPuB8KDa' +
	'obaBAeMAkQQAKhHAABgNYwlTEBuQA8aqqqqqrcg453FgGRyT41XAs2TNGqgA/tSFcFhe+OfNsAB1oZumme6BAaWUEQIA' +
	'KhHAABgAGFgv9AAIgIEAAAD7ggFqoNShsIECXwBRBAAqEcAAGAAYtmf0AAMcABVVVVYFnzYLAJUhd8DXXQAERTQA/tSF' +
	'cFgxAHWhm6aZ7oEBpZQRAgAqEcAAGAAYWC/0AAiAgQAAAPuCAeOg16GzgQLeAFEEACoRrAAYABkWZ/QABj////////7O' +
	'fNXACZLKAADOdWF5iAD+15VFwXa2I0EAdaGbppnugQGllBECACoRwAAYABhYL/QACICBAAAA+4ICX6DYobWBA1cAMQQA' +
	'KhGQABgAGXZn9AAJMHUqQSqn/rA582elcK0l/1Sqq4pA/txRcE14LBttpFwRwHWhmqaY7oEBpZPxAQAqEcAUYABhYL/Q' +
	'ACICBAAA+4IC3hxTu2uNu4uzgQC3hveBAfGB1A==';

export function getSampleVideo(): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(VIDEO), (character) => character.charCodeAt(0));
}
