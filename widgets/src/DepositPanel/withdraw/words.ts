// What the withdrawal's tab says, and what it says alike with the deposit's: one namespace.
import { useMessages } from '../../core/messages.ts';
import { depositPanelMessages } from '../messages.ts';
import { noticeMessages } from '../notice-messages.ts';
import { withdrawMessages } from './messages.ts';

const english = { ...depositPanelMessages, ...noticeMessages, ...withdrawMessages };

export const useWords = () => useMessages('depositPanel', english);
