import type { Writer } from './actions/writer';
import type { ContactSource } from './contacts';
import type { MessageSource } from './messages';
import type { Source } from './source';
import type { Uploader } from './upload';

/** Everything a server can be asked, and asked to do. */
export interface Beeper extends Source, Writer, MessageSource, ContactSource, Uploader {}
