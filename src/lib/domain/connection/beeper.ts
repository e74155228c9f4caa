import type { MutationSender } from './writer';
import type { ContactSource } from '../chat/contact';
import type { MessageSource } from '../chat/message-list';
import type { Source } from './source';
import type { Uploader } from '../mutations/upload';

/** Everything a server can be asked, and asked to do. */
export interface Beeper extends Source, MutationSender, MessageSource, ContactSource, Uploader {}
