// The names that @solana/wallet-adapter-react imports; none of them is used off a phone.
export const SolanaMobileWalletAdapterWalletName = 'Mobile Wallet Adapter';
export class SolanaMobileWalletAdapter {}
export const createDefaultAddressSelector = () => ({});
export const createDefaultAuthorizationResultCache = () => ({});
export const createDefaultWalletNotFoundHandler = () => async () => {};
