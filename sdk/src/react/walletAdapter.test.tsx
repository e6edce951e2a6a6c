// A host as most are: wallet-adapter's own providers with a connected wallet, and nothing told to PercosecProvider.
import { BaseSignerWalletAdapter, type WalletName, WalletReadyState } from '@solana/wallet-adapter-base';
import { ConnectionProvider, useWallet, WalletProvider } from '@solana/wallet-adapter-react';
import { Keypair, Transaction, type VersionedTransaction } from '@solana/web3.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Market } from '../../../tests/chain/market.ts';
import { type Person, startWorld, type World } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { PercosecProvider, useDeposit, usePosition } from '../exports/react.ts';

// Its event emitter has no types under Node's module resolution.
const emit = (adapter: object, event: string, value?: unknown) =>
  (adapter as { emit(event: string, value?: unknown): void }).emit(event, value);

class KeypairAdapter extends BaseSignerWalletAdapter {
  readonly name = 'Keypair' as WalletName<'Keypair'>;
  readonly url = 'https://example.com';
  readonly icon = 'data:image/svg+xml;base64,' as const;
  readonly supportedTransactionVersions = new Set(['legacy', 0] as const);
  readonly readyState = WalletReadyState.Installed;
  readonly connecting = false;
  readonly #keypair: Keypair;
  publicKey: Keypair['publicKey'] | null = null;

  constructor(keypair: Keypair) {
    super();
    this.#keypair = keypair;
  }

  async connect() {
    this.publicKey = this.#keypair.publicKey;
    emit(this, 'connect', this.publicKey);
  }

  async disconnect() {
    this.publicKey = null;
    emit(this, 'disconnect');
  }

  async signTransaction<T extends Transaction | VersionedTransaction>(transaction: T): Promise<T> {
    if (transaction instanceof Transaction) transaction.partialSign(this.#keypair);
    else transaction.sign([this.#keypair]);
    return transaction;
  }
}

let world: World;
let site: Market;
let alice: Person;

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 20 });
  site = await world.insured();
  alice = await world.person('alice', { collateral: usdc(1_000) });
});
afterEach(cleanup);
afterAll(() => world.close());

test('connection and wallet are the providers’: a deposit, its position, and nothing after disconnecting', async () => {
  const adapter = new KeypairAdapter(Keypair.fromSecretKey(alice.wallet.secretKey));
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ConnectionProvider endpoint={world.localnet.rpcUrl} config={{ wsEndpoint: world.localnet.wsUrl }}>
          <WalletProvider wallets={[adapter]}>
            <PercosecProvider>{children}</PercosecProvider>
          </WalletProvider>
        </ConnectionProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  const { result } = renderHook(
    () => ({ wallet: useWallet(), deposit: useDeposit(), position: usePosition({ market: site.market }) }),
    { wrapper },
  );
  expect(result.current.position.fetchStatus).toBe('idle');
  result.current.wallet.select(adapter.name);
  await waitFor(() => expect(result.current.wallet.wallet?.adapter).toBe(adapter));
  await result.current.wallet.connect();
  await waitFor(() => expect(result.current.position.data).toMatchObject({ value: null }));

  await result.current.deposit.mutateAsync({ market: site.market, amount: usdc(12) });
  await waitFor(() => expect(result.current.position.data?.value?.shares).toBe(usdc(12)));

  await result.current.wallet.disconnect();
  await waitFor(() => expect(result.current.position.data).toBeUndefined());
  await expect(result.current.deposit.mutateAsync({ market: site.market, amount: usdc(1) })).rejects.toMatchObject({
    code: 'WalletMissing',
  });
});
