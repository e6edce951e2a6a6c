// The four tasks that the published loop calls and does not print.
import type { PublicKey } from '@solana/web3.js';
import { call, type Programs } from './programs.ts';

/** The loop hands each task the keeper's key, too; here the provider holds it, who signs and pays. */
export function keeperTasks(
  { riskEngine, premiumManager, insolvencyHandler }: Programs,
  accountsOf: (market: PublicKey) => Readonly<Record<string, PublicKey>>,
) {
  return {
    updateRiskScore: (market: PublicKey) => call(riskEngine, 'updateScore', [], accountsOf(market)).rpc(),
    // The guide's table says PremiumManager.set_premium_rate. That one takes the risk engine's word only; a keeper calls
    // the risk engine's, as the reference in the same documents has it.
    setPremiumRate: (market: PublicKey) => call(riskEngine, 'setPremiumRate', [], accountsOf(market)).rpc(),
    settleEpoch: (market: PublicKey) => call(premiumManager, 'settleEpoch', [], accountsOf(market)).rpc(),
    async checkAndReportDeficit(market: PublicKey) {
      const accounts = accountsOf(market);
      const { openDeficit, reportable } = await call(insolvencyHandler, 'verifyDeficit', [], accounts).view();
      if (reportable) await call(insolvencyHandler, 'reportDeficit', [openDeficit], accounts).rpc();
    },
    // Claims are kept from here on. The guides do not mention it; anyone may call it.
    initializeClaims: (market: PublicKey) => call(insolvencyHandler, 'initializeClaims', [], accountsOf(market)).rpc(),
  };
}
