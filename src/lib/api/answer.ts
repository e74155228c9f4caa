/** A whole answer of a server, whatever it says. */
export interface Answer {
	status: number;
	text: string;
	headers: Headers;
}
