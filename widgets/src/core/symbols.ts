// What a token is called. A mint doesn't say it, so only the ones that everybody knows are named here.
const KNOWN: Readonly<Record<string, string>> = {
  EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v: 'USDC',
  '4zMMC9srt5Ri5X14GAgXhaHii3GnPAEERYPJgZJDncDU': 'USDC',
  Es9vMFrzaCERmJfrF4H2FYD4KCoNkcY11McCe8BenwNYB: 'USDT',
  So11111111111111111111111111111111111111112: 'SOL',
};

/** Four characters at each end are enough to tell addresses apart at a glance, and never to trust one. */
export const shortAddress = (address: string): string => `${address.slice(0, 4)}…${address.slice(-4)}`;

/** No longer than symbols are, and without marks that turn the text around: an amount beside them would be read backwards. */
export const symbolOf = (mint: string, symbols: Readonly<Record<string, string>>): string =>
  symbols[mint]?.replace(/[\u202a-\u2069]/g, '').slice(0, 16) ?? KNOWN[mint] ?? shortAddress(mint);
