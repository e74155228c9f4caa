import { createContext } from 'svelte';
import type { FilesByChat } from '$lib/components/mutations/files-by-chat';

/** The files attached to the chats of this session. */
export const [getFilesByChat, setFilesByChat] = createContext<FilesByChat>();
