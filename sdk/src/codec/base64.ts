/** Bytes as an RPC gives them: `[text, 'base64']`. */
export function bytesFromBase64([text, encoding]: readonly string[]): Uint8Array {
  if (encoding !== 'base64') throw new TypeError('not in base64');
  return Uint8Array.from(atob(text as string), (character) => character.charCodeAt(0));
}
