// Where the chain is, as the server is told: read at each request, by computed names, for Next writes
// what it finds under a plain one into the build.
const env = (name: string): string | undefined => process.env[name] || undefined;

/** What browsers are told. */
export const publicUrls = () => ({
  rpcUrl: env('NEXT_PUBLIC_RPC_URL') ?? 'http://127.0.0.1:8899',
  wsUrl: env('NEXT_PUBLIC_WS_URL'),
});

/** The server's own way, which may hold a key: it stands in no props. */
export const serverUrl = (): string => env('RPC_URL') ?? publicUrls().rpcUrl;

/** `SOL-PERP=8zEK…,WIF-PERP=…`; undefined where the chain itself is to be asked. */
export const listedMarkets = (): string | undefined => env('MARKETS');

/** Milliseconds that a visitor waits for a chain which doesn't answer; then the page comes without what it would have said. */
export const patience = (): number => Number(env('RPC_TIMEOUT_MS')) || 2_000;
