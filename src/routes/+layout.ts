// A static single page: there is no server that could render, and no data before the token.
export const ssr = false;
export const prerender = false;
