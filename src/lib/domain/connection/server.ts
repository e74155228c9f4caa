/** Information that a server gives without a token. */
export interface Server {
	/** Absent when the server does not report it (before 4.2.557). */
	version?: string;
	name?: string;
	/** Absent or `running` when the API works. */
	status?: string;
	/** Bundle ID of its app: it differs between Beeper Nightly and Beeper Desktop. */
	bundleID?: string;
	/** Minimum version according to its responses: see `findLeastVersion`. Absent: no evidence. */
	atLeast?: string;
}

/**
 * Permissions of the token. `canWrite` is absent when the server cannot report it (before 4.2.557).
 */
export interface Access {
	canWrite?: boolean;
	/** Epoch milliseconds; absent for a token without a reported expiry. */
	expiresAt?: number;
}
