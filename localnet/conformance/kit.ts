// The cases through @solana/kit, as its users use it.
import {
  AccountRole,
  type Address,
  address,
  airdropFactory,
  appendTransactionMessageInstructions,
  assertIsTransactionWithBlockhashLifetime,
  type Blockhash,
  compileTransaction,
  createKeyPairSignerFromBytes,
  createSolanaRpc,
  createSolanaRpcSubscriptions,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getBase64Encoder,
  getSignatureFromTransaction,
  type Instruction,
  pipe,
  type Signature,
  sendAndConfirmTransactionFactory,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
  type TransactionMessageBytesBase64,
  lamports as toLamports,
} from '@solana/kit';
import type { Client, Connect, PlainAccount, Stop, Transfer } from './client.ts';
import { until } from './until.ts';

const SYSTEM = address('11111111111111111111111111111111');
const COMPUTE_BUDGET = address('ComputeBudget111111111111111111111111111111');
const TRANSFER = 2;
const SET_UNIT_PRICE = 3;
const UNKNOWN_BLOCKHASH = '11111111111111111111111111111111' as Blockhash;

function instructionsOf({ from, to, lamports, price }: Transfer): Instruction[] {
  const data = new Uint8Array(12);
  new DataView(data.buffer).setUint32(0, TRANSFER, true);
  new DataView(data.buffer).setBigUint64(4, lamports, true);
  const transfer = {
    programAddress: SYSTEM,
    accounts: [
      { address: address(from.publicKey.toBase58()), role: AccountRole.WRITABLE_SIGNER },
      { address: address(to), role: AccountRole.WRITABLE },
    ],
    data,
  };
  if (price === undefined) return [transfer];
  const budget = new Uint8Array(9);
  budget[0] = SET_UNIT_PRICE;
  new DataView(budget.buffer).setBigUint64(1, price, true);
  return [{ programAddress: COMPUTE_BUDGET, data: budget }, transfer];
}

type Lifetime = Parameters<typeof setTransactionMessageLifetimeUsingBlockhash>[0];

async function messageOf(transfer: Transfer, lifetime: Lifetime) {
  const signer = await createKeyPairSignerFromBytes(transfer.from.secretKey);
  return pipe(
    createTransactionMessage({ version: 0 }),
    (message) => setTransactionMessageFeePayerSigner(signer, message),
    (message) => setTransactionMessageLifetimeUsingBlockhash(lifetime, message),
    (message) => appendTransactionMessageInstructions(instructionsOf(transfer), message),
  );
}

type Base64Account = {
  readonly lamports: bigint;
  readonly owner: Address;
  readonly data: readonly [string, 'base64'];
  readonly executable: boolean;
};

function plain(account: Base64Account | null): PlainAccount | null {
  if (account === null) return null;
  const { lamports, owner, data, executable } = account;
  return { lamports, owner, data: Uint8Array.from(getBase64Encoder().encode(data[0])), executable };
}

const amountOf = ({
  amount,
  decimals,
  uiAmountString,
}: {
  amount: string;
  decimals: number;
  uiAmountString: string;
}) => ({
  amount,
  decimals,
  text: uiAmountString,
});

export const connectKit: Connect = (localnet): Client => {
  const rpc = createSolanaRpc(localnet.rpcUrl);
  const rpcSubscriptions = createSolanaRpcSubscriptions(localnet.wsUrl);
  const sendAndConfirm = sendAndConfirmTransactionFactory({ rpc, rpcSubscriptions });
  const airdrop = airdropFactory({ rpc, rpcSubscriptions });
  const confirmed = { commitment: 'confirmed' } as const;
  const stops = new Set<AbortController>();

  async function signedTransfer(transfer: Transfer, lifetime: Lifetime) {
    const transaction = await signTransactionMessageWithSigners(await messageOf(transfer, lifetime));
    assertIsTransactionWithBlockhashLifetime(transaction);
    return transaction;
  }

  const latest = async () => (await rpc.getLatestBlockhash(confirmed).send()).value;

  /** Reads notifications in the background until it is stopped, and then until the server has let go. */
  async function subscribed<T>(
    pending: { subscribe(options: { abortSignal: AbortSignal }): Promise<AsyncIterable<T>> },
    told: (notification: T) => void,
  ): Promise<Stop> {
    const controller = new AbortController();
    stops.add(controller);
    const notifications = await pending.subscribe({ abortSignal: controller.signal });
    (async () => {
      for await (const notification of notifications) told(notification);
    })().catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    });
    return async () => {
      const held = localnet.traffic().subscriptions;
      controller.abort();
      await until(() => localnet.traffic().subscriptions < held);
    };
  }

  return {
    balance: async (at, commitment) => (await rpc.getBalance(address(at), { commitment }).send()).value,
    account: async (at) =>
      plain((await rpc.getAccountInfo(address(at), { ...confirmed, encoding: 'base64' }).send()).value),
    accounts: async (all) =>
      (
        await rpc
          .getMultipleAccounts(
            all.map((at) => address(at)),
            { ...confirmed, encoding: 'base64' },
          )
          .send()
      ).value.map(plain),
    async slicedAccount(at, offset, length) {
      const dataSlice = { offset, length };
      const options = { ...confirmed, encoding: 'base64', dataSlice } as const;
      const { value } = await rpc.getAccountInfo(address(at), options).send();
      return plain(value)?.data ?? new Uint8Array();
    },
    async parsedTokenAccount(at) {
      const { value } = await rpc.getAccountInfo(address(at), { ...confirmed, encoding: 'jsonParsed' }).send();
      if (value === null || !('parsed' in value.data)) throw new Error(`${at} was not parsed`);
      return { program: value.data.program, type: value.data.parsed.type, info: value.data.parsed.info };
    },
    async tokenAccountsOf(program, mint) {
      const found = await rpc
        .getProgramAccounts(address(program), {
          ...confirmed,
          encoding: 'base64',
          filters: [{ dataSize: 165n }, { memcmp: { offset: 0n, bytes: address(mint) as never, encoding: 'base58' } }],
        })
        .send();
      return found.map(({ pubkey }) => pubkey);
    },
    async tokenAccountsByOwner(owner, mint) {
      const { value } = await rpc
        .getTokenAccountsByOwner(address(owner), { mint: address(mint) }, { ...confirmed, encoding: 'jsonParsed' })
        .send();
      return value.map(({ pubkey, account }) => ({
        address: pubkey,
        amount: account.data.parsed.info.tokenAmount.amount,
      }));
    },
    tokenBalance: async (at) => amountOf((await rpc.getTokenAccountBalance(address(at), confirmed).send()).value),
    tokenSupply: async (mint) => amountOf((await rpc.getTokenSupply(address(mint), confirmed).send()).value),
    async largestHolders(mint) {
      return (await rpc.getTokenLargestAccounts(address(mint), confirmed).send()).value.map((holder) => holder.address);
    },

    slot: (commitment) => rpc.getSlot({ commitment }).send(),
    blockHeight: (commitment) => rpc.getBlockHeight({ commitment }).send(),
    blockTime: async (slot) => (await rpc.getBlockTime(slot).send()) ?? -1n,
    epoch: () => rpc.getEpochInfo(confirmed).send(),
    async blockhash(commitment) {
      return (await rpc.getLatestBlockhash({ commitment }).send()).value;
    },
    isBlockhashValid: async (blockhash) => (await rpc.isBlockhashValid(blockhash as Blockhash, confirmed).send()).value,
    async block(slot) {
      const block = await rpc
        .getBlock(slot, {
          ...confirmed,
          maxSupportedTransactionVersion: 0,
          transactionDetails: 'full',
          encoding: 'json',
        })
        .send();
      if (block === null) throw new Error(`no block ${slot}`);
      const signatures = block.transactions.flatMap(({ transaction }) => transaction.signatures[0] ?? []);
      return { blockhash: block.blockhash, parentSlot: block.parentSlot, signatures };
    },
    blocks: async (first, last) => [...(await rpc.getBlocks(first, last, confirmed).send())],
    genesisHash: () => rpc.getGenesisHash().send(),
    version: async () => (await rpc.getVersion().send())['solana-core'],
    rent: (bytes) => rpc.getMinimumBalanceForRentExemption(BigInt(bytes), confirmed).send(),
    async transferFee(transfer) {
      const compiled = compileTransaction(await messageOf(transfer, await latest()));
      const message = Buffer.from(compiled.messageBytes).toString('base64') as TransactionMessageBytesBase64;
      return (await rpc.getFeeForMessage(message, confirmed).send()).value;
    },
    async prioritizationFees(at) {
      const fees = await rpc.getRecentPrioritizationFees([address(at)]).send();
      return fees.map(({ slot, prioritizationFee }) => ({ slot, fee: prioritizationFee }));
    },

    async airdrop(at, amount) {
      await airdrop({ ...confirmed, recipientAddress: address(at), lamports: toLamports(amount) });
    },
    async transfer(transfer) {
      const transaction = await signedTransfer(transfer, await latest());
      await sendAndConfirm(transaction, confirmed);
      return getSignatureFromTransaction(transaction);
    },
    async sendTransfer(transfer, blockhash, { skipPreflight }) {
      const lifetime = { blockhash: blockhash as Blockhash, lastValidBlockHeight: 0n };
      const wire = getBase64EncodedWireTransaction(await signedTransfer(transfer, lifetime));
      return rpc.sendTransaction(wire, { encoding: 'base64', skipPreflight, preflightCommitment: 'confirmed' }).send();
    },
    async simulateTransfer(transfer, { replaceBlockhash }) {
      const lifetime = replaceBlockhash ? { blockhash: UNKNOWN_BLOCKHASH, lastValidBlockHeight: 0n } : await latest();
      const wire = getBase64EncodedWireTransaction(await signedTransfer(transfer, lifetime));
      const { value } = replaceBlockhash
        ? await rpc.simulateTransaction(wire, { ...confirmed, encoding: 'base64', replaceRecentBlockhash: true }).send()
        : await rpc.simulateTransaction(wire, { ...confirmed, encoding: 'base64' }).send();
      return { err: value.err, logs: value.logs ?? [], unitsConsumed: value.unitsConsumed ?? -1n };
    },
    async status(signature) {
      const { value } = await rpc
        .getSignatureStatuses([signature as Signature], { searchTransactionHistory: true })
        .send();
      const [status] = value;
      return status ? { slot: status.slot, commitment: status.confirmationStatus ?? '', err: status.err } : null;
    },
    async transaction(signature) {
      const found = await rpc
        .getTransaction(signature as Signature, { ...confirmed, maxSupportedTransactionVersion: 0, encoding: 'json' })
        .send();
      if (found?.meta == null) return null;
      const { slot, blockTime, meta } = found;
      return {
        slot,
        blockTime: blockTime ?? -1n,
        fee: meta.fee,
        err: meta.err,
        logs: meta.logMessages ?? [],
        unitsConsumed: meta.computeUnitsConsumed ?? -1n,
        preBalances: [...meta.preBalances],
        postBalances: [...meta.postBalances],
        tokenChanges: (meta.postTokenBalances ?? []).map(({ mint, owner, uiTokenAmount }) => ({
          mint,
          owner: owner ?? '',
          amount: uiTokenAmount.amount,
        })),
        innerInstructions: (meta.innerInstructions ?? []).flatMap(({ instructions }) => instructions).length,
      };
    },
    async parsedInstructions(signature) {
      const found = await rpc
        .getTransaction(signature as Signature, {
          ...confirmed,
          maxSupportedTransactionVersion: 0,
          encoding: 'jsonParsed',
        })
        .send();
      return (found?.transaction.message.instructions ?? []).map((instruction) => ({
        programId: instruction.programId,
        accounts: 'accounts' in instruction ? [...instruction.accounts] : [],
      }));
    },
    async signaturesFor(at, { limit, before, until: last } = {}) {
      const found = await rpc
        .getSignaturesForAddress(address(at), {
          ...confirmed,
          ...(limit === undefined ? {} : { limit }),
          ...(before === undefined ? {} : { before: before as Signature }),
          ...(last === undefined ? {} : { until: last as Signature }),
        })
        .send();
      return found.map(({ signature }) => signature);
    },

    onAccount: (at, commitment, told) =>
      subscribed(
        rpcSubscriptions.accountNotifications(address(at), { commitment, encoding: 'base64' }),
        ({ context, value }) => told(value.lamports, context.slot),
      ),
    onProgram: (program, told) =>
      subscribed(
        rpcSubscriptions.programNotifications(address(program), { ...confirmed, encoding: 'base64' }),
        ({ value }) => told(value.pubkey),
      ),
    onLogs: (mention, told) =>
      subscribed(rpcSubscriptions.logsNotifications({ mentions: [address(mention)] }, confirmed), ({ value }) =>
        told(value.signature, value.logs ?? []),
      ),
    onSlot: (told) => subscribed(rpcSubscriptions.slotNotifications(), ({ slot, root }) => told(slot, root)),
    onSignature: (signature, commitment, told) =>
      subscribed(rpcSubscriptions.signatureNotifications(signature as Signature, { commitment }), ({ value }) =>
        told(value.err),
      ),
    close() {
      for (const controller of stops) controller.abort();
    },
  };
};
