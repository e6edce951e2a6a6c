// One signed transaction, through the chain as everybody's. In the scenario none may fail: one that does is a mistake in
// it, told with the programs' own log.
import type { Address, Instruction } from '@percosec/sdk';
import { COMPUTE_BUDGET_PROGRAM } from '../chain/address.ts';
import type { Chain } from '../chain/chain.ts';
import { Failure } from './failure.ts';
import { signedTransaction } from './transaction.ts';
import type { Wallet } from './wallet.ts';

const SET_UNIT_LIMIT = 2;
const UNITS = 1_000_000;

/** Two equal wishes in one slot would be one transaction, refused the second time: their limits of compute units differ. */
function apart(chain: Chain): Instruction {
  const data = Buffer.alloc(5);
  data.writeUInt8(SET_UNIT_LIMIT);
  data.writeUInt32LE(UNITS + (chain.ledger.inSlot(chain.slot).length % UNITS), 1);
  return { programId: COMPUTE_BUDGET_PROGRAM as Address, accounts: [], data };
}

/** Gives the signature. */
export function send(
  chain: Chain,
  signers: readonly [Wallet, ...Wallet[]],
  instructions: readonly Instruction[],
): string {
  const bytes = signedTransaction(signers, [apart(chain), ...instructions], chain.latestBlockhash());
  const { err, logs, signature } = chain.process(bytes);
  if (err !== null) {
    throw new Failure(
      `the scenario's transaction failed in slot ${chain.slot}: ${JSON.stringify(err)}\n${logs.join('\n')}`,
    );
  }
  return signature;
}
