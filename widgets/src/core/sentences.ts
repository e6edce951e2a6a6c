/** One after the other. A mark of full width, as Chinese and Japanese end theirs with, brings its own space. */
export const sentences = (...said: readonly (string | null | undefined | false)[]): string =>
  said
    .filter(Boolean)
    .join(' ')
    .replace(/([。！？]) /g, '$1');
