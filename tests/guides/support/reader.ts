// Somebody who follows the guides part by part, and has at hand what the parts before have declared.
import anchor from '@coral-xyz/anchor';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { PublicKey, SystemProgram } from '@solana/web3.js';
import { PARTS, type Part, WITH_ANCHOR_ALONE, WITH_THE_SDK } from '../departures.ts';
import { type Departure, depart, published, run } from './guide.ts';
import { anchorAlone, withTheSdk } from './programs.ts';
import type { World } from './world.ts';

export const WAYS = [
  { way: "Anchor's client alone", open: anchorAlone, departures: WITH_ANCHOR_ALONE },
  { way: "the SDK's factories", open: withTheSdk, departures: WITH_THE_SDK },
] as const;

export type Way = (typeof WAYS)[number];

/** Every place of these parts where this way departs from the print. */
export const departuresOf = ({ departures }: Way, parts: readonly Part[]) =>
  parts.flatMap((part) => departures[part].map((departure) => ({ part, ...departure, departure })));

/** Names that the guides use and neither declare nor import, or import in another guide. */
const NAMES = { BN: anchor.BN, PublicKey, SystemProgram, TOKEN_PROGRAM_ID };

export class Reader {
  /** What the guides' code told the console. */
  readonly said: unknown[] = [];
  readonly #way: Way;
  readonly #scope: Record<string, unknown>;
  readonly #declared: Record<string, unknown>;

  /** `before`: who followed the guide before this one, where this one uses what that one declared. */
  constructor(world: World, way: Way, market: PublicKey, provider: anchor.AnchorProvider, before?: Reader) {
    const programs = way.open(provider);
    const accounts = world.accountsOf(market, provider.publicKey);
    this.#way = way;
    this.#declared = before === undefined ? {} : { ...before.#declared };
    this.#scope = {
      ...NAMES,
      ...accounts,
      provider,
      wallet: provider.wallet,
      connection: world.connection,
      process: { env: { NEXT_PUBLIC_COLLATERAL_MINT: world.mint.toBase58() } },
      console: { log: (line: unknown) => this.said.push(line) },
      marketAddress: market,
      program: programs.insurancePool,
      insurancePoolProgram: programs.insurancePool,
      riskEngineProgram: programs.riskEngine,
      premiumManagerProgram: programs.premiumManager,
      premiumStatePda: accounts.premiumState,
      yourShareAccount: accounts.depositorShareAccount,
      configureMarket: () => world.configureMarket(programs, market),
    };
  }

  /** Follows these parts; word for word at the one place that a test wants to see fail. */
  async follow(parts: readonly Part[], printed?: Departure): Promise<void> {
    for (const part of parts) {
      const { heading, declares } = PARTS[part];
      const departures = this.#way.departures[part].filter((departure) => departure !== printed);
      const code = depart(published(heading), departures);
      Object.assign(this.#declared, await run(code, { ...this.#scope, ...this.#declared }, declares));
    }
  }
}
