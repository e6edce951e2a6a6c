// The premium manager's instructions. Those that only another program may give are here for simulations and for readers.
import { build, type Input } from './build.ts';
import {
  COLLECT,
  INITIALIZE_PREMIUM_STATE,
  PAY_KEEPER,
  PREMIUM_MANAGER_SET_PREMIUM_RATE,
  SETTLE_EPOCH,
} from './generated.ts';

export const initializePremiumStateInstruction = (
  input: Input<typeof INITIALIZE_PREMIUM_STATE, 'authority' | 'collateralMint'>,
) => build(INITIALIZE_PREMIUM_STATE, input);

/** Where collected premium comes from. */
export const PREMIUM_SOURCE = { tradingFee: 0, funding: 1, premium: 2, liquidationPenalty: 3 } as const;

export const collectInstruction = (input: Input<typeof COLLECT, 'payer' | 'payerTokenAccount'>) =>
  build(COLLECT, input);

export const settleEpochInstruction = (input: Input<typeof SETTLE_EPOCH, 'keeperTokenAccount'>) =>
  build(SETTLE_EPOCH, input);

/** Only the risk engine may: everybody else calls its `setPremiumRateInstruction`. */
export const acceptPremiumRateInstruction = (
  input: Input<typeof PREMIUM_MANAGER_SET_PREMIUM_RATE, 'keeperTokenAccount'>,
) => build(PREMIUM_MANAGER_SET_PREMIUM_RATE, input);

/** Only the insolvency handler may. */
export const payKeeperInstruction = (input: Input<typeof PAY_KEEPER, 'keeperTokenAccount'>) => build(PAY_KEEPER, input);
