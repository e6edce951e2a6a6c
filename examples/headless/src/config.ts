// Which market, on which chain: a localnet's, unless the build is told otherwise.
const { VITE_RPC_URL, VITE_WS_URL, VITE_CHAIN, VITE_MARKET, VITE_MARKET_NAME, VITE_SYMBOL } = import.meta.env;

export const rpcUrl: string = VITE_RPC_URL ?? 'http://127.0.0.1:8899';
export const wsUrl: string | undefined = VITE_WS_URL;
/** As the Wallet Standard calls it. */
export const chain: string = VITE_CHAIN ?? 'solana:localnet';
export const market: string = VITE_MARKET ?? '8zEKFGDUGHs7pvYfV8ptmmAJjWjY6jk9iczeTBuRnicr';
export const name: string = VITE_MARKET_NAME ?? 'SOL-PERP';
export const symbol: string = VITE_SYMBOL ?? 'USDC';
