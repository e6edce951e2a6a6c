// The two ways to the programs: Anchor's client on the IDLs alone, and the SDK's factories.
import { type AnchorProvider, type Idl, Program } from '@coral-xyz/anchor';
import {
  type InsolvencyHandler,
  type InsurancePool,
  insolvencyHandlerProgram,
  insurancePoolProgram,
  type PremiumManager,
  premiumManagerProgram,
  type RiskEngine,
  riskEngineProgram,
} from '@percosec/sdk/anchor';
import { programs } from '../../programs/support/artifacts.ts';

/** Typed for what the tests look at; the guides' own code is text. */
export interface Programs {
  readonly insurancePool: Pick<Program<InsurancePool>, 'account'> & Calls;
  readonly riskEngine: Pick<Program<RiskEngine>, 'account'> & Calls;
  readonly premiumManager: Pick<Program<PremiumManager>, 'account'> & Calls;
  readonly insolvencyHandler: Pick<Program<InsolvencyHandler>, 'account'> & Calls;
}

interface Calls {
  readonly methods: object;
}

export function anchorAlone(provider: AnchorProvider): Programs {
  const program = <IDL extends Idl>(idl: Idl) => new Program<IDL>(idl as IDL, provider);
  return {
    insurancePool: program<InsurancePool>(programs.insurance_pool.idl),
    riskEngine: program<RiskEngine>(programs.risk_engine.idl),
    premiumManager: program<PremiumManager>(programs.premium_manager.idl),
    insolvencyHandler: program<InsolvencyHandler>(programs.insolvency_handler.idl),
  };
}

export const withTheSdk = (provider: AnchorProvider): Programs => ({
  insurancePool: insurancePoolProgram(provider),
  riskEngine: riskEngineProgram(provider),
  premiumManager: premiumManagerProgram(provider),
  insolvencyHandler: insolvencyHandlerProgram(provider),
});

interface Call {
  rpc(): Promise<string>;
  view(): Promise<Record<string, unknown>>;
}
type Method = (...args: unknown[]) => { accounts(accounts: object): Call };

/** An instruction by its name, as the guides' untyped code calls it. */
export function call({ methods }: Calls, name: string, args: readonly unknown[], accounts: object): Call {
  const method = (methods as Readonly<Record<string, Method>>)[name];
  if (method === undefined) throw new Error(`there is no instruction ${name}`);
  return method(...args).accounts(accounts);
}
