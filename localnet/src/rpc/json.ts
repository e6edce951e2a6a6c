// JSON with u64s in it: a bigint becomes a plain number of all its digits, as Agave writes it.
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? rawJSON(part.toString()) : part));
}
