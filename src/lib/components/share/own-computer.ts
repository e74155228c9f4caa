const NAMES = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether an address means the computer on which it is opened, whosever that is. */
export function isOwnComputer(address: string): boolean {
	return NAMES.test(new URL(address).hostname);
}
