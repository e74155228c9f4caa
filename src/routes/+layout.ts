// A single static page: no server renders it, and there is no data before the user has entered a
// token.
export const ssr = false;
export const prerender = false;
