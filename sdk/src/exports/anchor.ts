// @percosec/sdk/anchor: the programs through Anchor's client.
export { INSOLVENCY_HANDLER_IDL, type InsolvencyHandler } from '../anchor/idl/insolvency-handler.ts';
export { INSURANCE_POOL_IDL, type InsurancePool } from '../anchor/idl/insurance-pool.ts';
export { PREMIUM_MANAGER_IDL, type PremiumManager } from '../anchor/idl/premium-manager.ts';
export { RISK_ENGINE_IDL, type RiskEngine } from '../anchor/idl/risk-engine.ts';
export type { PlainProgram } from '../anchor/program.ts';
export {
  insolvencyHandlerProgram,
  insurancePoolProgram,
  premiumManagerProgram,
  riskEngineProgram,
} from '../anchor/programs.ts';
