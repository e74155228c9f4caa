/** A known string, or another one that a newer server may send. */
export type LooseString<Known extends string> = Known | (string & Record<never, never>);
