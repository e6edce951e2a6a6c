// The cases through @solana/web3.js, as its users use it.
import {
  ComputeBudgetProgram,
  Connection,
  PublicKey,
  SystemProgram,
  sendAndConfirmTransaction,
  Transaction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import type { Client, Connect, PlainAccount, Stop, Transfer } from './client.ts';
import { until } from './until.ts';

const key = (address: string) => new PublicKey(address);

function instructionsOf({ from, to, lamports, price }: Transfer) {
  const transfer = SystemProgram.transfer({ fromPubkey: from.publicKey, toPubkey: key(to), lamports });
  return price === undefined
    ? [transfer]
    : [ComputeBudgetProgram.setComputeUnitPrice({ microLamports: price }), transfer];
}

function versioned(transfer: Transfer, blockhash: string): VersionedTransaction {
  const message = new TransactionMessage({
    payerKey: transfer.from.publicKey,
    recentBlockhash: blockhash,
    instructions: instructionsOf(transfer),
  });
  const transaction = new VersionedTransaction(message.compileToV0Message());
  transaction.sign([transfer.from]);
  return transaction;
}

function plain(
  account: { lamports: number; owner: PublicKey; data: Uint8Array; executable: boolean } | null,
): PlainAccount | null {
  if (account === null) return null;
  const { lamports, owner, data, executable } = account;
  return { lamports: BigInt(lamports), owner: owner.toBase58(), data: Uint8Array.from(data), executable };
}

const v0 = { maxSupportedTransactionVersion: 0, commitment: 'confirmed' } as const;

export const connectWeb3: Connect = (localnet): Client => {
  const connection = new Connection(localnet.rpcUrl, 'confirmed');

  /** The library doesn't say when the server has taken a subscription, or has let it go. */
  async function subscribed(subscribe: () => number, unsubscribe: (id: number) => Promise<void>): Promise<Stop> {
    const before = localnet.traffic().subscriptions;
    const id = subscribe();
    await until(() => localnet.traffic().subscriptions > before);
    return async () => {
      const held = localnet.traffic().subscriptions;
      await unsubscribe(id);
      await until(() => localnet.traffic().subscriptions < held);
    };
  }

  return {
    balance: async (address, commitment) => BigInt(await connection.getBalance(key(address), commitment)),
    account: async (address) => plain(await connection.getAccountInfo(key(address))),
    accounts: async (addresses) => (await connection.getMultipleAccountsInfo(addresses.map(key))).map(plain),
    async slicedAccount(address, offset, length) {
      const account = await connection.getAccountInfo(key(address), { dataSlice: { offset, length } });
      return Uint8Array.from(account?.data ?? []);
    },
    async parsedTokenAccount(address) {
      const { value } = await connection.getParsedAccountInfo(key(address));
      if (value === null || !('parsed' in value.data)) throw new Error(`${address} was not parsed`);
      return { program: value.data.program, type: value.data.parsed.type, info: value.data.parsed.info };
    },
    async tokenAccountsOf(program, mint) {
      const found = await connection.getProgramAccounts(key(program), {
        filters: [{ dataSize: 165 }, { memcmp: { offset: 0, bytes: mint } }],
      });
      return found.map(({ pubkey }) => pubkey.toBase58());
    },
    async tokenAccountsByOwner(owner, mint) {
      const { value } = await connection.getParsedTokenAccountsByOwner(key(owner), { mint: key(mint) });
      return value.map(({ pubkey, account }) => ({
        address: pubkey.toBase58(),
        amount: account.data.parsed.info.tokenAmount.amount,
      }));
    },
    async tokenBalance(address) {
      const { amount, decimals, uiAmountString } = (await connection.getTokenAccountBalance(key(address))).value;
      return { amount, decimals, text: uiAmountString ?? '' };
    },
    async tokenSupply(mint) {
      const { amount, decimals, uiAmountString } = (await connection.getTokenSupply(key(mint))).value;
      return { amount, decimals, text: uiAmountString ?? '' };
    },
    async largestHolders(mint) {
      return (await connection.getTokenLargestAccounts(key(mint))).value.map(({ address }) => address.toBase58());
    },

    slot: async (commitment) => BigInt(await connection.getSlot(commitment)),
    blockHeight: async (commitment) => BigInt(await connection.getBlockHeight(commitment)),
    blockTime: async (slot) => BigInt((await connection.getBlockTime(Number(slot))) ?? -1),
    async epoch() {
      const { epoch, slotIndex, slotsInEpoch } = await connection.getEpochInfo();
      return { epoch: BigInt(epoch), slotIndex: BigInt(slotIndex), slotsInEpoch: BigInt(slotsInEpoch) };
    },
    async blockhash(commitment) {
      const { blockhash, lastValidBlockHeight } = await connection.getLatestBlockhash(commitment);
      return { blockhash, lastValidBlockHeight: BigInt(lastValidBlockHeight) };
    },
    isBlockhashValid: async (blockhash) => (await connection.isBlockhashValid(blockhash)).value,
    async block(slot) {
      const block = await connection.getBlock(Number(slot), v0);
      if (block === null) throw new Error(`no block ${slot}`);
      const signatures = block.transactions.flatMap(({ transaction }) => transaction.signatures[0] ?? []);
      return { blockhash: block.blockhash, parentSlot: BigInt(block.parentSlot), signatures };
    },
    blocks: async (first, last) =>
      (await connection.getBlocks(Number(first), Number(last), 'confirmed')).map((slot) => BigInt(slot)),
    genesisHash: () => connection.getGenesisHash(),
    version: async () => (await connection.getVersion())['solana-core'],
    rent: async (bytes) => BigInt(await connection.getMinimumBalanceForRentExemption(bytes)),
    async transferFee(transfer) {
      const { blockhash } = await connection.getLatestBlockhash();
      const { value } = await connection.getFeeForMessage(versioned(transfer, blockhash).message);
      return value === null ? null : BigInt(value);
    },
    async prioritizationFees(address) {
      const fees = await connection.getRecentPrioritizationFees({ lockedWritableAccounts: [key(address)] });
      return fees.map(({ slot, prioritizationFee }) => ({ slot: BigInt(slot), fee: BigInt(prioritizationFee) }));
    },

    async airdrop(address, lamports) {
      const latest = await connection.getLatestBlockhash();
      const signature = await connection.requestAirdrop(key(address), Number(lamports));
      const { value } = await connection.confirmTransaction({ signature, ...latest });
      if (value.err !== null) throw new Error(JSON.stringify(value.err));
    },
    transfer: (transfer) =>
      sendAndConfirmTransaction(connection, new Transaction().add(...instructionsOf(transfer)), [transfer.from]),
    sendTransfer: (transfer, blockhash, { skipPreflight }) =>
      connection.sendTransaction(versioned(transfer, blockhash), { skipPreflight }),
    async simulateTransfer(transfer, { replaceBlockhash }) {
      const { blockhash } = replaceBlockhash
        ? { blockhash: PublicKey.default.toBase58() }
        : await connection.getLatestBlockhash();
      const { value } = await connection.simulateTransaction(versioned(transfer, blockhash), {
        replaceRecentBlockhash: replaceBlockhash,
      });
      return { err: value.err, logs: value.logs ?? [], unitsConsumed: BigInt(value.unitsConsumed ?? -1) };
    },
    async status(signature) {
      const { value } = await connection.getSignatureStatus(signature, { searchTransactionHistory: true });
      return value && { slot: BigInt(value.slot), commitment: value.confirmationStatus ?? '', err: value.err };
    },
    async transaction(signature) {
      const found = await connection.getTransaction(signature, v0);
      if (found?.meta == null) return null;
      const { slot, blockTime, meta } = found;
      return {
        slot: BigInt(slot),
        blockTime: BigInt(blockTime ?? -1),
        fee: BigInt(meta.fee),
        err: meta.err,
        logs: meta.logMessages ?? [],
        unitsConsumed: BigInt(meta.computeUnitsConsumed ?? -1),
        preBalances: meta.preBalances.map(BigInt),
        postBalances: meta.postBalances.map(BigInt),
        tokenChanges: (meta.postTokenBalances ?? []).map(({ mint, owner, uiTokenAmount }) => ({
          mint,
          owner: owner ?? '',
          amount: uiTokenAmount.amount,
        })),
        innerInstructions: (meta.innerInstructions ?? []).flatMap(({ instructions }) => instructions).length,
      };
    },
    async parsedInstructions(signature) {
      const found = await connection.getParsedTransaction(signature, v0);
      return (found?.transaction.message.instructions ?? []).map((instruction) => ({
        programId: instruction.programId.toBase58(),
        accounts: 'accounts' in instruction ? instruction.accounts.map((account) => account.toBase58()) : [],
      }));
    },
    async signaturesFor(address, options = {}) {
      return (await connection.getSignaturesForAddress(key(address), options)).map(({ signature }) => signature);
    },

    onAccount: (address, commitment, told) =>
      subscribed(
        () =>
          connection.onAccountChange(key(address), ({ lamports }, { slot }) => told(BigInt(lamports), BigInt(slot)), {
            commitment,
          }),
        (id) => connection.removeAccountChangeListener(id),
      ),
    onProgram: (program, told) =>
      subscribed(
        () => connection.onProgramAccountChange(key(program), ({ accountId }) => told(accountId.toBase58())),
        (id) => connection.removeProgramAccountChangeListener(id),
      ),
    onLogs: (mention, told) =>
      subscribed(
        () => connection.onLogs(key(mention), ({ signature, logs }) => told(signature, logs)),
        (id) => connection.removeOnLogsListener(id),
      ),
    onSlot: (told) =>
      subscribed(
        () => connection.onSlotChange(({ slot, root }) => told(BigInt(slot), BigInt(root))),
        (id) => connection.removeSlotChangeListener(id),
      ),
    onSignature: (signature, commitment, told) =>
      subscribed(
        () => connection.onSignature(signature, ({ err }) => told(err), commitment),
        (id) => connection.removeSignatureListener(id),
      ),
    close() {
      // The library keeps its socket open for half a second after the last subscription, and has no way to say otherwise.
      (connection as unknown as { _rpcWebSocket: { close(): void } })._rpcWebSocket.close();
    },
  };
};
