import type { SourceError } from './source-error';

/** The state of a value that is read from the server. */
export type AsyncState<Value> =
	| { name: 'idle' }
	| { name: 'loading' }
	| { name: 'ready'; value: Value }
	| { name: 'failed'; error: SourceError };

/** An {@link AsyncState} without a value, for values that are kept elsewhere. */
export type LoadState =
	{ name: 'idle' | 'loading' | 'ready' } | { name: 'failed'; error: SourceError };
