import { Buffer } from 'node:buffer';

/** A picture of 3 × 2 pixels. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AAQQxwFgBB0gX7h/C5SAAAAABJRU5ErkJggg==',
	'base64'
);
/** The header of a video without content: detected as a video, but not playable. */
export const WEBM = Buffer.concat([
	Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d4287810242858102', 'hex'),
	Buffer.alloc(200)
]);
/** Two seconds of silence. */
export const WAV = makeSilentSound(2);

function makeSilentSound(seconds: number): Buffer {
	const rate = 8_000;
	const samples = Buffer.alloc(seconds * rate, 128);
	const head = Buffer.alloc(44);
	head.write('RIFF', 0);
	head.writeUInt32LE(36 + samples.length, 4);
	head.write('WAVEfmt ', 8);
	head.writeUInt32LE(16, 16);
	// PCM, one channel, one byte per sample.
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate, 28);
	head.writeUInt16LE(1, 32);
	head.writeUInt16LE(8, 34);
	head.write('data', 36);
	head.writeUInt32LE(samples.length, 40);
	return Buffer.concat([head, samples]);
}
