// How a room speaks: it keeps its words beside itself, in both languages, and takes those of the page's.
import { type Language, usePreferences } from '../preferences.tsx';

/** `export const words: Words<typeof en> = { en, ar }`: the second language can't forget a word. */
export type Words<Of> = Readonly<Record<Language, Of>>;

export const useWords = <Of>(words: Words<Of>): Of => words[usePreferences().language];
