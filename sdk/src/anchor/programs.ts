// The four programs as Anchor's Program, typed by their IDLs.
import { type AnchorProvider, getProvider, type Idl } from '@coral-xyz/anchor';
import { INSOLVENCY_HANDLER_IDL, type InsolvencyHandler } from './idl/insolvency-handler.ts';
import { INSURANCE_POOL_IDL, type InsurancePool } from './idl/insurance-pool.ts';
import { PREMIUM_MANAGER_IDL, type PremiumManager } from './idl/premium-manager.ts';
import { RISK_ENGINE_IDL, type RiskEngine } from './idl/risk-engine.ts';
import { type PlainProgram, plainProgram } from './program.ts';

/** The provider is Anchor's own (`setProvider`) where none is given. */
type Factory<IDL extends Idl> = (provider?: AnchorProvider) => PlainProgram<IDL>;

const factory =
  <IDL extends Idl>(idl: Idl): Factory<IDL> =>
  (provider = getProvider() as AnchorProvider) =>
    plainProgram<IDL>(idl, provider);

export const insurancePoolProgram: Factory<InsurancePool> = /* @__PURE__ */ factory(INSURANCE_POOL_IDL as Idl);
export const riskEngineProgram: Factory<RiskEngine> = /* @__PURE__ */ factory(RISK_ENGINE_IDL as Idl);
export const premiumManagerProgram: Factory<PremiumManager> = /* @__PURE__ */ factory(PREMIUM_MANAGER_IDL as Idl);
export const insolvencyHandlerProgram: Factory<InsolvencyHandler> = /* @__PURE__ */ factory(
  INSOLVENCY_HANDLER_IDL as Idl,
);
