// A document of its own, made at build time: it works where the app doesn't start, without a token
// and, from the service worker's cache, without the server.
export const prerender = true;
export const ssr = true;
export const csr = false;
