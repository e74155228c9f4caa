// A file for each page, in a folder of its own: plain file servers open it by its address.
export const ssr = false;
export const prerender = true;
export const trailingSlash = 'always';
