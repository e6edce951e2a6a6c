// For pages rendered on a server. Data holds bigints and bytes, which JSON has no words for:
//   dehydrate(queryClient, { serializeData })     hydrate(queryClient, state, { defaultOptions: { deserializeData } })
// Whatever else a host keeps in the same query client passes through as it is.

/** What is not JSON becomes an object with this one key. */
const TAG = '$percosec';

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const mapped = (value: Plain, map: (value: unknown) => unknown): Plain =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));

export function serializeData(value: unknown): unknown {
  if (typeof value === 'bigint') return { [TAG]: `${value}` };
  if (value instanceof Uint8Array) return { [TAG]: Array.from(value) };
  if (Array.isArray(value)) return value.map(serializeData);
  if (!isPlain(value)) return value;
  const inner = mapped(value, serializeData);
  return TAG in value ? { [TAG]: inner } : inner;
}

export function deserializeData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deserializeData);
  if (!isPlain(value)) return value;
  if (!(TAG in value)) return mapped(value, deserializeData);
  const inner = value[TAG];
  if (typeof inner === 'string') return BigInt(inner);
  if (Array.isArray(inner)) return Uint8Array.from(inner as number[]);
  return mapped(inner as Plain, deserializeData);
}
