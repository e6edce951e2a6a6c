// JSON with u64s in it: a bigint becomes a plain number of all its digits, as Agave writes it, and back.
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(text: string, revive: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
}
const { rawJSON, parse } = JSON as unknown as ExactJson;

const LONG_NUMBER = /\d{16}/;
const WHOLE = /^-?\d+$/;

export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? rawJSON(part.toString()) : part));
}

/** Whole numbers that a double would round come as bigints. */
export function fromJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return parse(text, (_, value, { source = '' }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && WHOLE.test(source) ? BigInt(source) : value,
  );
}
