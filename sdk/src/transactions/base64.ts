/** As an RPC takes bytes. A transaction is small: one call holds all its characters. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
