// What the withdrawal's tab says, and what it says alike with the deposit's: one namespace.
import { useMessages } from '../../core/messages.ts';
import { panelMessages } from '../panel-messages.ts';
import { withdrawMessages } from './messages.ts';

const english = { ...panelMessages, ...withdrawMessages };

export const useWords = () => useMessages('depositPanel', english);
