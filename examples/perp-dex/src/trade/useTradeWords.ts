import { useWords } from '../words/useWords.ts';
import { type TradeWords, words } from './words.ts';

export const useTradeWords = (): TradeWords => useWords(words);
