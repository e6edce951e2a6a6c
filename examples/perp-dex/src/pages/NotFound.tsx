import { useWords } from '../words/useWords.ts';
import { words } from '../words/words.ts';

export function NotFound() {
  const { notFound } = useWords(words);
  return <h1>{notFound}</h1>;
}
