import { encodeText, type Bytes } from './serialize';

/** The owner of a cache: one token at one server. */
export interface Owner {
	/** The server’s address. */
	address: string;
	token: string;
}

/** Encrypts the data in the database with a key derived from the token. */
export interface Encryption {
	/** The key of the owner’s cache in the database. It reveals neither address nor token. */
	readonly name: string;
	/** A keyed digest: equal for equal bytes, and reveals nothing of them. */
	mark(bytes: Bytes): Promise<string>;
	/** @param place - authenticated with the data: it can be decrypted only with the same place */
	seal(bytes: Bytes, place: string): Promise<Bytes>;
	/** @returns null for anything but the result of `seal` for this place */
	open(sealed: unknown, place: string): Promise<Bytes | null>;
}

const NONCE_LENGTH = 12;
const ID_LENGTH = 16;

/**
 * A token is long and random, so it needs no slow key derivation as a password does.
 *
 * @param salt - random, constant for the life of the database; not secret
 */
export async function createEncryption(
	{ address, token }: Owner,
	salt: Bytes
): Promise<Encryption> {
	const { subtle } = crypto;
	const secret = await subtle.importKey('raw', encodeText(token), 'HKDF', false, [
		'deriveKey',
		'deriveBits'
	]);

	function derivation(use: string): HkdfParams {
		return { name: 'HKDF', hash: 'SHA-256', salt, info: encodeText(`${use} of ${address}`) };
	}

	const [key, marker, name] = await Promise.all([
		subtle.deriveKey(derivation('key'), secret, { name: 'AES-GCM', length: 256 }, false, [
			'encrypt',
			'decrypt'
		]),
		subtle.deriveKey(
			derivation('marks'),
			secret,
			{ name: 'HMAC', hash: 'SHA-256', length: 256 },
			false,
			['sign']
		),
		subtle.deriveBits(derivation('name'), secret, ID_LENGTH * 8)
	]);

	function cipher(iv: Bytes, place: string): AesGcmParams {
		return { name: 'AES-GCM', iv, additionalData: encodeText(place) };
	}

	return {
		name: toHex(name),

		async mark(bytes) {
			const digest = await subtle.sign('HMAC', marker, bytes);
			return toHex(digest.slice(0, ID_LENGTH));
		},

		async seal(bytes, place) {
			const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
			const closed = await subtle.encrypt(cipher(nonce, place), key, bytes);
			const sealed = new Uint8Array(NONCE_LENGTH + closed.byteLength);
			sealed.set(nonce);
			sealed.set(new Uint8Array(closed), NONCE_LENGTH);
			return sealed;
		},

		async open(sealed, place) {
			if (!(sealed instanceof Uint8Array)) return null;
			const whole = Uint8Array.from(sealed);
			const nonce = whole.slice(0, NONCE_LENGTH);
			try {
				const opened = subtle.decrypt(cipher(nonce, place), key, whole.subarray(NONCE_LENGTH));
				return new Uint8Array(await opened);
			} catch (error) {
				if (error instanceof DOMException) return null;
				throw error;
			}
		}
	};
}

function toHex(bytes: ArrayBuffer): string {
	return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
