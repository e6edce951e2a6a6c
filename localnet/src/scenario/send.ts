// One signed transaction, through the chain as everybody's. In the scenario none may fail: one that does is a mistake in
// it, told with the programs' own log.
import type { Instruction } from '@percosec/sdk';
import type { Chain } from '../chain/chain.ts';
import { signedTransaction } from './transaction.ts';
import type { Wallet } from './wallet.ts';

export function send(
  chain: Chain,
  signers: readonly [Wallet, ...Wallet[]],
  instructions: readonly Instruction[],
): void {
  const { err, logs } = chain.process(signedTransaction(signers, instructions, chain.latestBlockhash()));
  if (err !== null) {
    throw new Error(
      `the scenario's transaction failed in slot ${chain.slot}: ${JSON.stringify(err)}\n${logs.join('\n')}`,
    );
  }
}
