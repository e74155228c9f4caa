import { NEXT_TOKEN, READ_ONLY_TOKEN, SAMPLE_TOKEN } from '$lib/sample/create-server';
import { readSampleApiOptions, USAGE, UsageError } from './sample-options';
import { startSampleApi } from './sample-server';

async function start() {
	const options = readSampleApiOptions(process.argv.slice(2));
	if (!options) return console.log(USAGE);
	const { address, version, stop } = await startSampleApi(options);
	console.log(`Sample API with ${options.chats} chats, as version ${version}: ${address}`);
	console.log(`Access token: ${SAMPLE_TOKEN} (read-only: ${READ_ONLY_TOKEN})`);
	const { tokenExpires = Infinity } = options.behaviour;
	if (tokenExpires < Infinity)
		console.log(`It expires in ${tokenExpires / 1000} s. After that: ${NEXT_TOKEN}`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

try {
	await start();
} catch (error) {
	if (error instanceof UsageError) {
		console.error(`${error.message}\n\n${USAGE}`);
		process.exitCode = 2;
	} else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
		console.error('The port is taken. Choose another with --port');
		process.exitCode = 1;
	} else throw error;
}
