// From named values to an instruction: the order and the flags of its accounts and the layout of its arguments come from
// the IDL; an account that is not named follows from the market and from those that are.
import { type Address, type AddressLike, address } from '../address.ts';
import {
  associatedTokenAddress,
  HANDLER_AUTHORITY,
  insolvencyRecordAddress,
  marketClaimsAddress,
  marketConfigAddress,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  premiumVaultAddress,
  RISK_AUTHORITY,
  riskMetricsAddress,
  shareAccountAddress,
  shareMintAddress,
  treasuryAddress,
  vaultAddress,
} from '../addresses.ts';
import { cursorOf } from '../codec/layout.ts';
import { writeFields } from '../codec/write.ts';
import { invalidArgument } from '../error.ts';
import type { AccountMeta, Instruction } from './instruction.ts';
import type { InstructionSpec } from './spec.ts';

/** What instructions are told by name, beside their arguments. */
export interface Named {
  readonly depositor: AddressLike;
  /** What the pool's collateral is, for the depositor's token account where that is not named. */
  readonly collateralMint: AddressLike;
  /** Left out: the depositor's associated account of the collateral. */
  readonly depositorTokenAccount?: AddressLike | undefined;
  /** The pool's, as the chain has it now. */
  readonly generation: number;
  /** Of the next record, as MarketClaims has it now. */
  readonly sequence: bigint;
  /** As the market's header has it. */
  readonly coverVault: AddressLike;
  /** As the market's header has it. */
  readonly authority: AddressLike;
  readonly payer: AddressLike;
  readonly payerTokenAccount: AddressLike;
  readonly reporter: AddressLike;
  /** Who is paid for the work; left out: nobody is. */
  readonly keeperTokenAccount?: AddressLike | null | undefined;
  /** A PriceUpdateV2 account of the market's feed. */
  readonly oracleData: AddressLike;
}

export type Input<Spec, Names extends keyof Named = never> =
  Spec extends InstructionSpec<infer Account, infer Args>
    ? Args &
        Pick<Named, Names> & {
          readonly market: AddressLike;
          /** Puts another address under an account's name. */
          readonly accounts?: Readonly<Partial<Record<Account, AddressLike>>> | undefined;
        }
    : never;

export type Known = Named & { readonly market: AddressLike };

export const DERIVED: Readonly<Record<string, (known: Known) => Address | Promise<Address>>> = {
  pool: ({ market }) => poolAddress(market),
  vault: async ({ market }) => vaultAddress(await poolAddress(market)),
  shareMint: async ({ market, generation }) => shareMintAddress(await poolAddress(market), generation),
  position: async ({ market, depositor }) => positionAddress(await poolAddress(market), depositor),
  depositorShareAccount: async ({ market, depositor, generation }) =>
    shareAccountAddress(await poolAddress(market), depositor, generation),
  depositorTokenAccount: ({ depositor, collateralMint }) => associatedTokenAddress(depositor, collateralMint),
  riskMetrics: ({ market }) => riskMetricsAddress(market),
  marketConfig: ({ market }) => marketConfigAddress(market),
  riskAuthority: () => RISK_AUTHORITY,
  premiumState: ({ market }) => premiumStateAddress(market),
  premiumVault: async ({ market }) => premiumVaultAddress(await premiumStateAddress(market)),
  treasury: ({ market }) => treasuryAddress(market),
  marketClaims: ({ market }) => marketClaimsAddress(market),
  insolvencyRecord: ({ market, sequence }) => insolvencyRecordAddress(market, sequence),
  handlerAuthority: () => HANDLER_AUTHORITY,
};

/** Of a packet, and so of any instruction's data. */
const MOST_BYTES = 1232;

export async function build<Account extends string, Args extends object>(
  spec: InstructionSpec<Account, Args>,
  input: Args &
    Partial<Named> & {
      readonly market: AddressLike;
      readonly accounts?: Readonly<Partial<Record<Account, AddressLike>>> | undefined;
    },
): Promise<Instruction> {
  const named = input as unknown as Known & Readonly<Record<string, AddressLike | null | undefined>>;
  // What an address is derived from must be there, and is told by its own name where it is not.
  const known = new Proxy(named, {
    get: (_, name: string) => {
      if (named[name] === undefined) throw invalidArgument(name, 'a value', undefined);
      return named[name];
    },
  });
  const instead: Readonly<Record<string, AddressLike | undefined>> = input.accounts ?? {};
  for (const name of Object.keys(instead)) {
    if (!(name in spec.accounts)) {
      throw invalidArgument('accounts', `accounts of ${spec.name}: ${Object.keys(spec.accounts).join(', ')}`, name);
    }
  }

  const accounts = Object.entries<string>(spec.accounts).map(async ([name, role]): Promise<AccountMeta> => {
    const given = instead[name] ?? named[name];
    const fixed = role.length > 2 ? (role as Address) : undefined;
    const found = given ?? fixed ?? (await DERIVED[name]?.(known));
    if (found === undefined) {
      if (!role.endsWith('?')) throw invalidArgument(name, 'an address', given);
      // Anchor's way to leave an account out.
      return { address: spec.program, signer: false, writable: false };
    }
    return {
      address: address(found),
      signer: fixed === undefined && role.includes('s'),
      writable: fixed === undefined && role.includes('w'),
    };
  });

  const to = cursorOf(new Uint8Array(MOST_BYTES), 8);
  to.view.setBigUint64(0, spec.discriminator);
  writeFields(spec.args, to, input);
  const data = new Uint8Array(to.view.buffer).slice(0, to.at);
  return { programId: spec.program, accounts: await Promise.all(accounts), data };
}
