/* Paths of capabilities that many questions are about. */

export const IMAGE = 'attachments.m.image';
export const VIDEO = 'attachments.m.video';
export const AUDIO = 'attachments.m.audio';
export const FILE = 'attachments.m.file';
export const VOICE = 'attachments.org.matrix.msc3245.voice';
export const GIF = 'attachments.fi.mau.gif';
export const STICKER = 'attachments.m.sticker';
