import { build, type Input } from './build.ts';
import { INITIALIZE_CLAIMS, REPORT_DEFICIT, VERIFY_DEFICIT } from './generated.ts';

export const initializeClaimsInstruction = (input: Input<typeof INITIALIZE_CLAIMS, 'payer'>) =>
  build(INITIALIZE_CLAIMS, input);

/** Changes nothing: its return data is a `DeficitStatus`. */
export const verifyDeficitInstruction = (input: Input<typeof VERIFY_DEFICIT>) => build(VERIFY_DEFICIT, input);

export const reportDeficitInstruction = (
  input: Input<typeof REPORT_DEFICIT, 'reporter' | 'sequence' | 'coverVault' | 'keeperTokenAccount'>,
) => build(REPORT_DEFICIT, input);
