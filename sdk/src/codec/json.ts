/** JSON whose integers beyond 2^53, which a number would round, become bigints. */
export function parseJson(text: string): unknown {
  // A control character can't stand in JSON, so nothing but this puts one at the start of a string.
  const marked = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"\\u0000${token}"` : token,
  );
  return JSON.parse(marked, (_, value) =>
    typeof value === 'string' && /^\0-?\d+$/.test(value) ? BigInt(value.slice(1)) : value,
  );
}
