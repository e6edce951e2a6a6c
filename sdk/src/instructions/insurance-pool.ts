// The insurance pool's instructions. Those that only another program may give are here for simulations and for readers.
import { poolAddress, shareMintAddress } from '../addresses.ts';
import { build, type Input } from './build.ts';
import {
  ACCRUE_PREMIUM,
  CANCEL_WITHDRAW,
  COVER_DEFICIT,
  DEPOSIT,
  INITIALIZE_POOL,
  PAY_QUEUED,
  REOPEN,
  REQUEST_WITHDRAW,
  SET_ACTIVE,
  UPDATE_APY,
  WITHDRAW,
} from './generated.ts';

export const initializePoolInstruction = (input: Input<typeof INITIALIZE_POOL, 'authority' | 'collateralMint'>) =>
  build(INITIALIZE_POOL, { ...input, generation: 0 });

export const setActiveInstruction = (input: Input<typeof SET_ACTIVE, 'authority'>) => build(SET_ACTIVE, input);

type Holding = 'depositor' | 'depositorTokenAccount' | 'collateralMint' | 'generation';

export const depositInstruction = (input: Input<typeof DEPOSIT, Holding>) => build(DEPOSIT, input);

export const withdrawInstruction = (input: Input<typeof WITHDRAW, Holding>) => build(WITHDRAW, input);

export const requestWithdrawInstruction = (input: Input<typeof REQUEST_WITHDRAW, 'depositor'>) =>
  build(REQUEST_WITHDRAW, input);

export const cancelWithdrawInstruction = (input: Input<typeof CANCEL_WITHDRAW, 'depositor'>) =>
  build(CANCEL_WITHDRAW, input);

export const payQueuedInstruction = (input: Input<typeof PAY_QUEUED, 'coverVault'>) => build(PAY_QUEUED, input);

/** `generation` is the one that ends: the share mint is the next one's. */
export const reopenInstruction = async (input: Input<typeof REOPEN, 'payer' | 'generation'>) => {
  const shareMint = await shareMintAddress(await poolAddress(input.market), input.generation + 1);
  return build(REOPEN, { ...input, accounts: { shareMint, ...input.accounts } });
};

/** Only the insolvency handler may. */
export const coverDeficitInstruction = (input: Input<typeof COVER_DEFICIT, 'coverVault'>) =>
  build(COVER_DEFICIT, input);

/** Only the premium manager may. */
export const accruePremiumInstruction = (input: Input<typeof ACCRUE_PREMIUM>) => build(ACCRUE_PREMIUM, input);

/** Only the premium manager may. */
export const updateApyInstruction = (input: Input<typeof UPDATE_APY>) => build(UPDATE_APY, input);
