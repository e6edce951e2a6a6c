// Where the published code cannot run as it stands, and what it meets if it is run nevertheless.
//
// With Anchor's client alone there are three reasons:
// - Anchor's coder takes a u64 as a BN only; the guide writes plain numbers.
// - Anchor's coder leaves out the byte of an option whose key is missing; it has to be null.
// - PROTOCOL.md adds accounts, which the IDL names without saying how they are derived.
// With the SDK's program factories none of these is left, and what remains is a step that no client can make up:
// initialize_market_config, which says whose price is followed and how much leverage the market allows.
import type { Departure } from './support/guide.ts';

/** The parts of the guides, and what of each the later ones use. */
export const PARTS = {
  pool: { heading: 'Step 1 - Initialize the Insurance Pool', declares: ['INSURANCE_POOL_PROGRAM_ID', 'poolPda'] },
  risk: { heading: 'Step 2 - Initialize Risk Metrics', declares: [] },
  premium: { heading: 'Step 3 - Configure Premium Routing', declares: [] },
  deposit: { heading: 'Depositing Capital', declares: ['depositorUsdcAccount', 'poolVault'] },
  reading: { heading: 'Reading Your Position', declares: [] },
  withdraw: { heading: 'Withdrawing Capital', declares: [] },
} as const;

export type Part = keyof typeof PARTS;

type Departures = Readonly<Record<Part, readonly Departure[]>>;

const CONFIGURE: Departure = {
  printed: 'await riskEngineProgram.methods\n.initializeRiskMetrics()',
  runs: 'await configureMarket();\nawait riskEngineProgram.methods\n.initializeRiskMetrics()',
  why: 'PROTOCOL.md, section 3: the risk metrics come after the market config',
  otherwise: /requires an initialized account/,
};

export const WITH_THE_SDK: Departures = {
  pool: [],
  risk: [CONFIGURE],
  premium: [],
  deposit: [],
  reading: [],
  withdraw: [],
};

export const WITH_ANCHOR_ALONE: Departures = {
  pool: [
    {
      printed: 'insolvencyThreshold: 50_000_000_000,',
      runs: 'insolvencyThreshold: new BN(50_000_000_000),',
      why: 'a u64 is a BN',
      otherwise: /toArrayLike is not a function/,
    },
    {
      printed: 'epochDuration: 100,',
      runs: 'epochDuration: new BN(100),',
      why: 'a u64 is a BN',
      otherwise: /toArrayLike is not a function/,
    },
    {
      printed: '})\n.accounts({',
      runs: 'lockEpochs: null, cooldownEpochs: null, windowEpochs: null, claimCapBps: null, coverBps: null,\n})\n.accounts({',
      why: 'an option that is left out is null',
      otherwise: /invalid instruction data/,
    },
    {
      printed: 'authority: provider.wallet.publicKey,',
      runs: 'authority: provider.wallet.publicKey,\ncollateralMint, vault, shareMint,',
      why: 'PROTOCOL.md, section 2: the pool has a vault and a share mint, and its collateral may be any mint',
      otherwise: /Account `collateralMint` not provided/,
    },
  ],
  risk: [
    CONFIGURE,
    {
      printed: 'riskMetrics: riskPda,',
      runs: 'riskMetrics: riskPda,\nmarketConfig,',
      why: 'PROTOCOL.md, section 3: the risk metrics come after the market config',
      otherwise: /Account `marketConfig` not provided/,
    },
  ],
  premium: [
    {
      printed: 'epochDuration: 100,',
      runs: 'epochDuration: new BN(100),',
      why: 'a u64 is a BN',
      otherwise: /toArrayLike is not a function/,
    },
    {
      printed: '})\n.accounts({',
      runs: 'protocolFeeBps: null, keeperFee: null,\n})\n.accounts({',
      why: 'an option that is left out is null',
      otherwise: /invalid instruction data/,
    },
    {
      printed: 'pool: poolPda,',
      runs: 'pool: poolPda,\ncollateralMint, premiumVault, treasury,',
      why: 'PROTOCOL.md, section 4: premiums wait in a vault of their own, and fees in a treasury',
      otherwise: /Account `collateralMint` not provided/,
    },
  ],
  deposit: [
    {
      printed: 'vault: poolVault,',
      runs: 'vault: poolVault,\nmarket, marketClaims, premiumState, position, shareMint, depositorShareAccount,',
      why: 'PROTOCOL.md, section 2: a deposit reads open claims and unsettled premium, and keeps a position and its shares',
      otherwise: /Account `market` not provided/,
    },
  ],
  reading: [],
  withdraw: [
    {
      printed: 'vault: poolVault,',
      runs: 'vault: poolVault,\nmarket, marketClaims, premiumState, position, shareMint,',
      why: 'PROTOCOL.md, section 2: a withdrawal reads open claims and unsettled premium, and shrinks a position',
      otherwise: /Account `market` not provided/,
    },
  ],
};
