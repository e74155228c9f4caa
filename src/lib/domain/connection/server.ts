/** What a server says of itself without a token. */
export interface Server {
	/** Absent when the server does not say (before 4.2.557). */
	version?: string;
	name?: string;
	/** Absent or `running` when the API answers as it should. */
	status?: string;
	/** Of its app: Beeper Nightly has another than Beeper Desktop. */
	bundleID?: string;
	/** The version its answers show that it has at least: see `findLeastVersion`. Absent: they show nothing. */
	atLeast?: string;
}

/** What the token may do. Absent scopes: the server cannot tell (before 4.2.557). */
export interface Access {
	canWrite?: boolean;
	/** Epoch milliseconds; absent for a token that doesn't end by itself, as far as the server says. */
	expiresAt?: number;
}
