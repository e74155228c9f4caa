import type { Hono } from 'hono';
import * as v from 'valibot';
import { paintPicture } from '../paint-picture';
import { getSampleVideo, playTone } from '../sound-and-video';
import { Refusal, refuseField } from './failure';
import { readBody, readQuery } from './validate';
import type { SampleContext, KeptUpload } from './sample-context';

const serveQuery = v.object({ url: v.pipe(v.string(), v.regex(/^(mxc|localmxc|file):\/\//)) });
const downloadBody = v.object({ url: v.pipe(v.string(), v.regex(/^(mxc|localmxc):\/\//)) });
const base64Body = v.object({
	content: v.pipe(v.string(), v.minLength(1), v.base64()),
	fileName: v.optional(v.string()),
	mimeType: v.optional(v.string())
});

const SOME_BYTES = 'application/octet-stream';
const MOST_BYTES = 500e6;
/** Milliseconds. */
const SLOW = 3_000;
const KNOWN_URL = /^(?:local)?mxc:\/\/beeper\.local\/|^file:\/\/\/Users\/robin\/Library\//;

/** The file at a URL, made from the URL so that none has to be stored. */
async function makeFile(url: string): Promise<KeptUpload> {
	const fileName = url.slice(url.lastIndexOf('/') + 1);
	if (/\.ogg$/i.test(fileName))
		return { bytes: playTone(url), fileName, mimeType: SOME_BYTES, srcURL: url };
	if (/\.mp4$/i.test(fileName))
		return { bytes: getSampleVideo(), fileName, mimeType: SOME_BYTES, srcURL: url };
	if (/\.(?:pdf|gpx)$/i.test(fileName)) {
		const bytes = new TextEncoder().encode(`Made-up content of ${url}\n`);
		return { bytes, fileName, mimeType: SOME_BYTES, srcURL: url };
	}
	return { bytes: await paintPicture(url), fileName, mimeType: 'image/png', srcURL: url };
}

/**
 * The first and last byte of a `Range` header, both inclusive; `undefined` for an invalid range.
 */
function readRange(header: string, size: number): [start: number, end: number] | undefined {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
	if (first === '' && last === '') return undefined;
	const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
	return start <= end ? [start, end] : undefined;
}

function answerFile({ bytes, mimeType }: KeptUpload, range: string | undefined): Response {
	const headers = { 'Content-Type': mimeType, 'Accept-Ranges': 'bytes' };
	if (range === undefined) return new Response(bytes, { headers });
	const found = readRange(range, bytes.length);
	if (!found)
		return new Response(null, {
			status: 416,
			headers: { 'Content-Range': `bytes */${bytes.length}` }
		});
	const [start, end] = found;
	const part = { ...headers, 'Content-Range': `bytes ${start}-${end}/${bytes.length}` };
	return new Response(bytes.slice(start, end + 1), { status: 206, headers: part });
}

function keep(sample: SampleContext, { bytes, fileName, mimeType }: Omit<KeptUpload, 'srcURL'>) {
	if (bytes.length > MOST_BYTES) throw new Refusal(400, 'Files may have 500 MB at most');
	const uploadID = `upload-${sample.uploads.size + 1}`;
	const srcURL = `file:///Users/robin/Library/Uploads/${uploadID}`;
	sample.uploads.set(uploadID, { bytes, fileName, mimeType, srcURL });
	return { uploadID, srcURL, fileName, mimeType, fileSize: bytes.length };
}

/** Adds the routes for files: those made on demand, and uploads. */
export function addAssetRoutes(app: Hono, sample: SampleContext) {
	app.get('/v1/assets/serve', async (context) => {
		const { url } = readQuery(context, serveQuery);
		const { assets } = sample.behaviour;
		if (assets === 'missing') throw new Refusal(404, 'File not found');
		if (assets === 'html') return context.html('<script>parent.hacked = true</script>');
		if (assets === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW));
		const upload = [...sample.uploads.entries()].find(
			([id, { srcURL }]) => url === srcURL || url === `mxc://beeper.local/${id}`
		);
		if (!upload && !KNOWN_URL.test(url)) throw new Refusal(404, 'File not found');
		return answerFile(upload?.[1] ?? (await makeFile(url)), context.req.header('Range'));
	});

	app.post('/v1/assets/download', async (context) => {
		const { url } = await readBody(context, downloadBody);
		if (!KNOWN_URL.test(url)) return context.json({ error: 'File not found' });
		const name = encodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
		return context.json({ srcURL: `file:///Users/robin/Library/Media/${name}` });
	});

	app.post('/v1/assets/upload', async (context) => {
		const { file, fileName, mimeType } = await context.req.parseBody();
		if (!(file instanceof File)) refuseField('file', 'A file is required');
		const bytes = new Uint8Array(await file.arrayBuffer());
		return context.json(
			keep(sample, {
				bytes,
				fileName: typeof fileName === 'string' ? fileName : file.name,
				mimeType: typeof mimeType === 'string' ? mimeType : file.type || SOME_BYTES
			})
		);
	});

	app.post('/v1/assets/upload/base64', async (context) => {
		const {
			content,
			fileName = 'file',
			mimeType = SOME_BYTES
		} = await readBody(context, base64Body);
		const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
		return context.json(keep(sample, { bytes, fileName, mimeType }));
	});
}
