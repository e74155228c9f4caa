/** One of the words known when this was written, or a newer one the server added since. */
export type LooseString<Known extends string> = Known | (string & Record<never, never>);
