/** Marks that turn the text around a word: a name that holds one must not show an amount beside it backwards. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

const LONGEST = 64;

/** What somebody calls a thing, fit to stand in a sentence. */
export function plain(words: string): string {
  const letters = [...words.replace(TURNS, '')];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}
