// Written by `npm run programs:layouts` from the IDLs. Don't edit.

export const PREMIUM_MANAGER_IDL = {
  address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE',
  metadata: {
    name: 'premium_manager',
    version: '0.1.0',
    spec: '0.1.0',
    description:
      "Premium of one market: its rate, its collection, its settlement into the pool, and the keepers' fees.",
  },
  instructions: [
    {
      name: 'collect',
      docs: ['Pays `amount` of trading fees (source 0), funding (1), premium (2) or liquidation penalties (3) in.'],
      discriminator: [208, 47, 194, 155, 17, 98, 82, 236],
      accounts: [
        { name: 'premium_state', writable: true },
        { name: 'premium_vault', writable: true },
        { name: 'treasury', writable: true },
        { name: 'payer', signer: true },
        { name: 'payer_token_account', writable: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [
        { name: 'amount', type: 'u64' },
        { name: 'source', type: 'u8' },
      ],
    },
    {
      name: 'initialize_premium_state',
      docs: ["Opens the books of a market's premium."],
      discriminator: [152, 58, 115, 5, 123, 6, 131, 4],
      accounts: [
        { name: 'premium_state', writable: true },
        { name: 'pool' },
        { name: 'market' },
        { name: 'authority', docs: ["The market's authority; pays the rent."], writable: true, signer: true },
        { name: 'collateral_mint' },
        { name: 'premium_vault', writable: true },
        { name: 'treasury', writable: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [{ name: 'args', type: { defined: { name: 'InitializePremiumStateArgs' } } }],
    },
    {
      name: 'pay_keeper',
      docs: ["Pays a claim's keeper; only the insolvency handler calls this."],
      discriminator: [247, 184, 250, 227, 130, 186, 17, 65],
      accounts: [
        { name: 'premium_state' },
        { name: 'handler_authority', signer: true },
        { name: 'treasury', writable: true },
        { name: 'keeper_token_account', docs: ["One that can't receive gets nothing."], writable: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [{ name: 'at_most', type: 'u64' }],
    },
    {
      name: 'set_premium_rate',
      docs: ['Sets the yearly rate; only the risk engine calls this.'],
      discriminator: [221, 74, 20, 166, 199, 42, 137, 81],
      accounts: [
        { name: 'premium_state', writable: true },
        { name: 'market' },
        { name: 'risk_authority', signer: true },
        { name: 'treasury', writable: true },
        {
          name: 'keeper_token_account',
          docs: ["Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing."],
          writable: true,
          optional: true,
        },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [{ name: 'rate_bps', type: 'u16' }],
    },
    {
      name: 'settle_epoch',
      docs: ['Hands the collected premium to the pool, once an epoch.'],
      discriminator: [148, 223, 178, 38, 201, 158, 167, 13],
      accounts: [
        { name: 'premium_state', writable: true },
        { name: 'pool', writable: true },
        { name: 'market' },
        { name: 'premium_vault', writable: true },
        { name: 'treasury', writable: true },
        { name: 'vault', docs: ["The pool's."], writable: true },
        {
          name: 'keeper_token_account',
          docs: ["Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing."],
          writable: true,
          optional: true,
        },
        { name: 'insurance_pool_program', address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk' },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [],
    },
  ],
  accounts: [
    { name: 'InsurancePool', discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'PremiumState', discriminator: [18, 49, 123, 156, 142, 136, 236, 50] },
  ],
  events: [
    { name: 'EpochSettled', discriminator: [32, 219, 45, 156, 250, 115, 190, 255] },
    { name: 'KeeperPaid', discriminator: [248, 96, 26, 244, 128, 47, 140, 136] },
    { name: 'PremiumCollected', discriminator: [193, 150, 55, 217, 190, 82, 199, 227] },
    { name: 'PremiumRateSet', discriminator: [42, 128, 240, 158, 158, 200, 151, 227] },
    { name: 'PremiumStateInitialized', discriminator: [28, 65, 30, 86, 3, 14, 195, 66] },
  ],
  errors: [
    {
      code: 6000,
      name: 'InvalidMarket',
      msg: "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.",
    },
    {
      code: 6001,
      name: 'InvalidParameter',
      msg: 'A parameter is out of its range. Check it against the limits of the instruction.',
    },
    { code: 6002, name: 'Unauthorized', msg: 'The signer has no right to do this.' },
    { code: 6003, name: 'ZeroAmount', msg: 'The amount is zero. Pay at least one atom.' },
    {
      code: 6004,
      name: 'UnknownSource',
      msg: 'The source is none of 0 (trading fee), 1 (funding), 2 (premium), 3 (liquidation penalty).',
    },
    { code: 6005, name: 'EpochNotElapsed', msg: 'This epoch is settled already. Wait for the next one.' },
    { code: 6006, name: 'MathOverflow', msg: 'A number would leave its range. Nothing was changed.' },
  ],
  types: [
    {
      name: 'EpochSettled',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'premium_state', type: 'pubkey' },
          { name: 'pool', type: 'pubkey' },
          {
            name: 'to_pool',
            docs: ['Premium that went to the pool, or to the treasury where nobody stood behind it.'],
            type: 'u64',
          },
          { name: 'to_treasury', type: 'u64' },
          { name: 'epoch_before', type: 'u64' },
          { name: 'epoch_after', type: 'u64' },
          { name: 'slots', docs: ['Slots that the settlement spans.'], type: 'u64' },
          { name: 'premium_owed_before', type: 'u64' },
          { name: 'premium_owed_after', type: 'u64' },
          { name: 'open_interest', type: 'u64' },
          { name: 'nav_before', type: 'u64' },
          { name: 'apy_bps', type: 'u64' },
        ],
      },
    },
    {
      name: 'InitializePremiumStateArgs',
      type: {
        kind: 'struct',
        fields: [
          { name: 'epoch_duration', docs: ["Slots; equal to the pool's."], type: 'u64' },
          { name: 'protocol_fee_bps', docs: ['Default: 500; at most 2,000.'], type: { option: 'u16' } },
          { name: 'keeper_fee', docs: ['Atoms; default: 5,000; 1 to 1,000,000.'], type: { option: 'u64' } },
        ],
      },
    },
    {
      name: 'InsurancePool',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', docs: ["The insured market's account, in the perp program."], type: 'pubkey' },
          {
            name: 'market_program',
            docs: ['The perp program that owned the market when the pool was made; no other owner is believed later.'],
            type: 'pubkey',
          },
          { name: 'authority', docs: ['Who may close and open the pool to new deposits.'], type: 'pubkey' },
          { name: 'collateral_mint', type: 'pubkey' },
          { name: 'vault', type: 'pubkey' },
          { name: 'share_mint', docs: ['The share mint of the present generation.'], type: 'pubkey' },
          {
            name: 'market_claims',
            docs: [
              "The insolvency handler's account of this market, made or not: a caller's PDA is compared, never searched for.",
            ],
            type: 'pubkey',
          },
          { name: 'premium_state', docs: ["The premium manager's, likewise."], type: 'pubkey' },
          {
            name: 'total_deposits',
            docs: ['The assets that the pool accounts for. Tokens sent to the vault by hand are not among them.'],
            type: 'u64',
          },
          { name: 'total_shares', type: 'u64' },
          {
            name: 'pending_claims',
            docs: ["Claims that were granted and wait for a later epoch's cap, or for a cover vault that can receive."],
            type: 'u64',
          },
          { name: 'insolvency_threshold', docs: ['A deficit must be above this to be a claim.'], type: 'u64' },
          { name: 'epoch_duration', docs: ['Slots.'], type: 'u64' },
          { name: 'epoch', docs: ['The epoch that the books below are of.'], type: 'u64' },
          {
            name: 'epoch_base',
            docs: ['NAV at the start of the epoch: what the reserve is measured by.'],
            type: 'u64',
          },
          { name: 'previous_base', docs: ['The base of the epoch before, less its claims.'], type: 'u64' },
          {
            name: 'epoch_assets',
            docs: ['Accounted assets at the start of the epoch: what the claim cap is measured by.'],
            type: 'u64',
          },
          { name: 'epoch_claims', docs: ['Claims granted in the epoch.'], type: 'u64' },
          { name: 'epoch_paid', docs: ['Claims paid out of the vault in the epoch.'], type: 'u64' },
          {
            name: 'deficit_base',
            docs: ["The market's cumulative deficit when the pool was made: history is not insured."],
            type: 'u64',
          },
          { name: 'absorbed_base', docs: ["What the market's own margin had absorbed of it then."], type: 'u64' },
          { name: 'open_interest', docs: ["The market's open interest at the last settlement."], type: 'u64' },
          { name: 'cumulative_deposited', type: 'u64' },
          { name: 'cumulative_withdrawn', type: 'u64' },
          { name: 'cumulative_premiums', type: 'u64' },
          { name: 'cumulative_claims', type: 'u64' },
          { name: 'lock_epochs', type: 'u32' },
          { name: 'cooldown_epochs', docs: ['0: positions leave without a request.'], type: 'u32' },
          { name: 'window_epochs', docs: ['For how many epochs a request can be claimed.'], type: 'u32' },
          {
            name: 'generation',
            docs: ['Rises when an exhausted pool is reopened; shares of older generations are void.'],
            type: 'u32',
          },
          { name: 'utilization_rate_bps', type: 'u16' },
          { name: 'min_reserve_bps', type: 'u16' },
          { name: 'apy_bps', docs: ['Saturates at 65,535.'], type: 'u16' },
          {
            name: 'claim_cap_bps',
            docs: ['What of the assets may leave for claims in one epoch; 10,000: no cap.'],
            type: 'u16',
          },
          { name: 'cover_bps', docs: ['The share of open interest that the pool is meant to cover.'], type: 'u16' },
          { name: 'is_active', docs: ['1: open to new deposits.'], type: 'u8' },
          { name: 'bump', type: 'u8' },
          { name: 'vault_bump', type: 'u8' },
          { name: 'share_mint_bump', type: 'u8' },
          { name: 'collateral_decimals', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 25] } },
        ],
      },
    },
    {
      name: 'KeeperPaid',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'premium_state', type: 'pubkey' },
          { name: 'keeper_token_account', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'treasury_before', type: 'u64' },
          { name: 'treasury_after', type: 'u64' },
        ],
      },
    },
    {
      name: 'PremiumCollected',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'premium_state', type: 'pubkey' },
          { name: 'payer', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'to_pool', type: 'u64' },
          { name: 'to_treasury', type: 'u64' },
          { name: 'source', type: 'u64' },
          { name: 'accrued_before', type: 'u64' },
          { name: 'accrued_after', type: 'u64' },
          { name: 'premium_owed_before', type: 'u64' },
          { name: 'premium_owed_after', type: 'u64' },
        ],
      },
    },
    {
      name: 'PremiumRateSet',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'premium_state', type: 'pubkey' },
          { name: 'premium_owed_before', type: 'u64' },
          { name: 'premium_owed_after', type: 'u64' },
          { name: 'rate_bps_before', type: 'u16' },
          { name: 'rate_bps_after', type: 'u16' },
          { name: 'reserved', type: { array: ['u8', 4] } },
        ],
      },
    },
    {
      name: 'PremiumState',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'market_program', type: 'pubkey' },
          { name: 'pool', type: 'pubkey' },
          { name: 'authority', type: 'pubkey' },
          { name: 'premium_vault', docs: ['Holds the accrued premium until it is settled.'], type: 'pubkey' },
          { name: 'treasury', docs: ["Holds the protocol's share, which pays the keepers."], type: 'pubkey' },
          { name: 'epoch_premium_accrued', docs: ['Collected and not settled yet.'], type: 'u64' },
          { name: 'epoch_duration', docs: ["Slots; equal to the pool's."], type: 'u64' },
          { name: 'last_settled_epoch', type: 'u64' },
          { name: 'last_settled_slot', type: 'u64' },
          { name: 'last_accrued_slot', docs: ['The slot up to which `premium_owed` counts.'], type: 'u64' },
          {
            name: 'last_rate_epoch',
            docs: ['The epoch that a keeper was last paid in for setting the rate.'],
            type: 'u64',
          },
          { name: 'premium_owed', docs: ['What the market owes by its rate. Shown, never enforced.'], type: 'u64' },
          {
            name: 'collected',
            docs: ['By source: trading fees, funding, premium, liquidation penalties.'],
            type: { array: ['u64', 4] },
          },
          { name: 'total_settled', docs: ['Premium that went to the pool.'], type: 'u64' },
          { name: 'keeper_fee', docs: ['Atoms a keeper gets for an instruction that was worth it.'], type: 'u64' },
          { name: 'premium_rate_bps', docs: ['A year, of open interest.'], type: 'u16' },
          { name: 'protocol_fee_bps', type: 'u16' },
          { name: 'bump', type: 'u8' },
          { name: 'premium_vault_bump', type: 'u8' },
          { name: 'treasury_bump', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 25] } },
        ],
      },
    },
    {
      name: 'PremiumStateInitialized',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'premium_state', type: 'pubkey' },
          { name: 'market', type: 'pubkey' },
          { name: 'pool', type: 'pubkey' },
          { name: 'authority', type: 'pubkey' },
          { name: 'premium_vault', type: 'pubkey' },
          { name: 'treasury', type: 'pubkey' },
          { name: 'epoch_duration', type: 'u64' },
          { name: 'keeper_fee', type: 'u64' },
          { name: 'premium_rate_bps', type: 'u16' },
          { name: 'protocol_fee_bps', type: 'u16' },
          { name: 'reserved', type: { array: ['u8', 4] } },
        ],
      },
    },
  ],
};

/** The IDL in camelCase, as Anchor's `Program` reads it. */
export type PremiumManager = {
  address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE';
  metadata: {
    name: 'premiumManager';
    version: '0.1.0';
    spec: '0.1.0';
    description: "Premium of one market: its rate, its collection, its settlement into the pool, and the keepers' fees.";
  };
  instructions: [
    {
      name: 'collect';
      docs: ['Pays `amount` of trading fees (source 0), funding (1), premium (2) or liquidation penalties (3) in.'];
      discriminator: [208, 47, 194, 155, 17, 98, 82, 236];
      accounts: [
        { name: 'premiumState'; writable: true },
        { name: 'premiumVault'; writable: true },
        { name: 'treasury'; writable: true },
        { name: 'payer'; signer: true },
        { name: 'payerTokenAccount'; writable: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [{ name: 'amount'; type: 'u64' }, { name: 'source'; type: 'u8' }];
    },
    {
      name: 'initializePremiumState';
      docs: ["Opens the books of a market's premium."];
      discriminator: [152, 58, 115, 5, 123, 6, 131, 4];
      accounts: [
        { name: 'premiumState'; writable: true },
        { name: 'pool' },
        { name: 'market' },
        { name: 'authority'; docs: ["The market's authority; pays the rent."]; writable: true; signer: true },
        { name: 'collateralMint' },
        { name: 'premiumVault'; writable: true },
        { name: 'treasury'; writable: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [{ name: 'args'; type: { defined: { name: 'initializePremiumStateArgs' } } }];
    },
    {
      name: 'payKeeper';
      docs: ["Pays a claim's keeper; only the insolvency handler calls this."];
      discriminator: [247, 184, 250, 227, 130, 186, 17, 65];
      accounts: [
        { name: 'premiumState' },
        { name: 'handlerAuthority'; signer: true },
        { name: 'treasury'; writable: true },
        { name: 'keeperTokenAccount'; docs: ["One that can't receive gets nothing."]; writable: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [{ name: 'atMost'; type: 'u64' }];
    },
    {
      name: 'setPremiumRate';
      docs: ['Sets the yearly rate; only the risk engine calls this.'];
      discriminator: [221, 74, 20, 166, 199, 42, 137, 81];
      accounts: [
        { name: 'premiumState'; writable: true },
        { name: 'market' },
        { name: 'riskAuthority'; signer: true },
        { name: 'treasury'; writable: true },
        {
          name: 'keeperTokenAccount';
          docs: ["Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing."];
          writable: true;
          optional: true;
        },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [{ name: 'rateBps'; type: 'u16' }];
    },
    {
      name: 'settleEpoch';
      docs: ['Hands the collected premium to the pool, once an epoch.'];
      discriminator: [148, 223, 178, 38, 201, 158, 167, 13];
      accounts: [
        { name: 'premiumState'; writable: true },
        { name: 'pool'; writable: true },
        { name: 'market' },
        { name: 'premiumVault'; writable: true },
        { name: 'treasury'; writable: true },
        { name: 'vault'; docs: ["The pool's."]; writable: true },
        {
          name: 'keeperTokenAccount';
          docs: ["Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing."];
          writable: true;
          optional: true;
        },
        { name: 'insurancePoolProgram'; address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk' },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [];
    },
  ];
  accounts: [
    { name: 'insurancePool'; discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'premiumState'; discriminator: [18, 49, 123, 156, 142, 136, 236, 50] },
  ];
  events: [
    { name: 'epochSettled'; discriminator: [32, 219, 45, 156, 250, 115, 190, 255] },
    { name: 'keeperPaid'; discriminator: [248, 96, 26, 244, 128, 47, 140, 136] },
    { name: 'premiumCollected'; discriminator: [193, 150, 55, 217, 190, 82, 199, 227] },
    { name: 'premiumRateSet'; discriminator: [42, 128, 240, 158, 158, 200, 151, 227] },
    { name: 'premiumStateInitialized'; discriminator: [28, 65, 30, 86, 3, 14, 195, 66] },
  ];
  errors: [
    {
      code: 6000;
      name: 'invalidMarket';
      msg: "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.";
    },
    {
      code: 6001;
      name: 'invalidParameter';
      msg: 'A parameter is out of its range. Check it against the limits of the instruction.';
    },
    { code: 6002; name: 'unauthorized'; msg: 'The signer has no right to do this.' },
    { code: 6003; name: 'zeroAmount'; msg: 'The amount is zero. Pay at least one atom.' },
    {
      code: 6004;
      name: 'unknownSource';
      msg: 'The source is none of 0 (trading fee), 1 (funding), 2 (premium), 3 (liquidation penalty).';
    },
    { code: 6005; name: 'epochNotElapsed'; msg: 'This epoch is settled already. Wait for the next one.' },
    { code: 6006; name: 'mathOverflow'; msg: 'A number would leave its range. Nothing was changed.' },
  ];
  types: [
    {
      name: 'epochSettled';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'premiumState'; type: 'pubkey' },
          { name: 'pool'; type: 'pubkey' },
          {
            name: 'toPool';
            docs: ['Premium that went to the pool, or to the treasury where nobody stood behind it.'];
            type: 'u64';
          },
          { name: 'toTreasury'; type: 'u64' },
          { name: 'epochBefore'; type: 'u64' },
          { name: 'epochAfter'; type: 'u64' },
          { name: 'slots'; docs: ['Slots that the settlement spans.']; type: 'u64' },
          { name: 'premiumOwedBefore'; type: 'u64' },
          { name: 'premiumOwedAfter'; type: 'u64' },
          { name: 'openInterest'; type: 'u64' },
          { name: 'navBefore'; type: 'u64' },
          { name: 'apyBps'; type: 'u64' },
        ];
      };
    },
    {
      name: 'initializePremiumStateArgs';
      type: {
        kind: 'struct';
        fields: [
          { name: 'epochDuration'; docs: ["Slots; equal to the pool's."]; type: 'u64' },
          { name: 'protocolFeeBps'; docs: ['Default: 500; at most 2,000.']; type: { option: 'u16' } },
          { name: 'keeperFee'; docs: ['Atoms; default: 5,000; 1 to 1,000,000.']; type: { option: 'u64' } },
        ];
      };
    },
    {
      name: 'insurancePool';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; docs: ["The insured market's account, in the perp program."]; type: 'pubkey' },
          {
            name: 'marketProgram';
            docs: ['The perp program that owned the market when the pool was made; no other owner is believed later.'];
            type: 'pubkey';
          },
          { name: 'authority'; docs: ['Who may close and open the pool to new deposits.']; type: 'pubkey' },
          { name: 'collateralMint'; type: 'pubkey' },
          { name: 'vault'; type: 'pubkey' },
          { name: 'shareMint'; docs: ['The share mint of the present generation.']; type: 'pubkey' },
          {
            name: 'marketClaims';
            docs: [
              "The insolvency handler's account of this market, made or not: a caller's PDA is compared, never searched for.",
            ];
            type: 'pubkey';
          },
          { name: 'premiumState'; docs: ["The premium manager's, likewise."]; type: 'pubkey' },
          {
            name: 'totalDeposits';
            docs: ['The assets that the pool accounts for. Tokens sent to the vault by hand are not among them.'];
            type: 'u64';
          },
          { name: 'totalShares'; type: 'u64' },
          {
            name: 'pendingClaims';
            docs: ["Claims that were granted and wait for a later epoch's cap, or for a cover vault that can receive."];
            type: 'u64';
          },
          { name: 'insolvencyThreshold'; docs: ['A deficit must be above this to be a claim.']; type: 'u64' },
          { name: 'epochDuration'; docs: ['Slots.']; type: 'u64' },
          { name: 'epoch'; docs: ['The epoch that the books below are of.']; type: 'u64' },
          { name: 'epochBase'; docs: ['NAV at the start of the epoch: what the reserve is measured by.']; type: 'u64' },
          { name: 'previousBase'; docs: ['The base of the epoch before, less its claims.']; type: 'u64' },
          {
            name: 'epochAssets';
            docs: ['Accounted assets at the start of the epoch: what the claim cap is measured by.'];
            type: 'u64';
          },
          { name: 'epochClaims'; docs: ['Claims granted in the epoch.']; type: 'u64' },
          { name: 'epochPaid'; docs: ['Claims paid out of the vault in the epoch.']; type: 'u64' },
          {
            name: 'deficitBase';
            docs: ["The market's cumulative deficit when the pool was made: history is not insured."];
            type: 'u64';
          },
          { name: 'absorbedBase'; docs: ["What the market's own margin had absorbed of it then."]; type: 'u64' },
          { name: 'openInterest'; docs: ["The market's open interest at the last settlement."]; type: 'u64' },
          { name: 'cumulativeDeposited'; type: 'u64' },
          { name: 'cumulativeWithdrawn'; type: 'u64' },
          { name: 'cumulativePremiums'; type: 'u64' },
          { name: 'cumulativeClaims'; type: 'u64' },
          { name: 'lockEpochs'; type: 'u32' },
          { name: 'cooldownEpochs'; docs: ['0: positions leave without a request.']; type: 'u32' },
          { name: 'windowEpochs'; docs: ['For how many epochs a request can be claimed.']; type: 'u32' },
          {
            name: 'generation';
            docs: ['Rises when an exhausted pool is reopened; shares of older generations are void.'];
            type: 'u32';
          },
          { name: 'utilizationRateBps'; type: 'u16' },
          { name: 'minReserveBps'; type: 'u16' },
          { name: 'apyBps'; docs: ['Saturates at 65,535.']; type: 'u16' },
          {
            name: 'claimCapBps';
            docs: ['What of the assets may leave for claims in one epoch; 10,000: no cap.'];
            type: 'u16';
          },
          { name: 'coverBps'; docs: ['The share of open interest that the pool is meant to cover.']; type: 'u16' },
          { name: 'isActive'; docs: ['1: open to new deposits.']; type: 'u8' },
          { name: 'bump'; type: 'u8' },
          { name: 'vaultBump'; type: 'u8' },
          { name: 'shareMintBump'; type: 'u8' },
          { name: 'collateralDecimals'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 25] } },
        ];
      };
    },
    {
      name: 'keeperPaid';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'premiumState'; type: 'pubkey' },
          { name: 'keeperTokenAccount'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'treasuryBefore'; type: 'u64' },
          { name: 'treasuryAfter'; type: 'u64' },
        ];
      };
    },
    {
      name: 'premiumCollected';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'premiumState'; type: 'pubkey' },
          { name: 'payer'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'toPool'; type: 'u64' },
          { name: 'toTreasury'; type: 'u64' },
          { name: 'source'; type: 'u64' },
          { name: 'accruedBefore'; type: 'u64' },
          { name: 'accruedAfter'; type: 'u64' },
          { name: 'premiumOwedBefore'; type: 'u64' },
          { name: 'premiumOwedAfter'; type: 'u64' },
        ];
      };
    },
    {
      name: 'premiumRateSet';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'premiumState'; type: 'pubkey' },
          { name: 'premiumOwedBefore'; type: 'u64' },
          { name: 'premiumOwedAfter'; type: 'u64' },
          { name: 'rateBpsBefore'; type: 'u16' },
          { name: 'rateBpsAfter'; type: 'u16' },
          { name: 'reserved'; type: { array: ['u8', 4] } },
        ];
      };
    },
    {
      name: 'premiumState';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'marketProgram'; type: 'pubkey' },
          { name: 'pool'; type: 'pubkey' },
          { name: 'authority'; type: 'pubkey' },
          { name: 'premiumVault'; docs: ['Holds the accrued premium until it is settled.']; type: 'pubkey' },
          { name: 'treasury'; docs: ["Holds the protocol's share, which pays the keepers."]; type: 'pubkey' },
          { name: 'epochPremiumAccrued'; docs: ['Collected and not settled yet.']; type: 'u64' },
          { name: 'epochDuration'; docs: ["Slots; equal to the pool's."]; type: 'u64' },
          { name: 'lastSettledEpoch'; type: 'u64' },
          { name: 'lastSettledSlot'; type: 'u64' },
          { name: 'lastAccruedSlot'; docs: ['The slot up to which `premium_owed` counts.']; type: 'u64' },
          {
            name: 'lastRateEpoch';
            docs: ['The epoch that a keeper was last paid in for setting the rate.'];
            type: 'u64';
          },
          { name: 'premiumOwed'; docs: ['What the market owes by its rate. Shown, never enforced.']; type: 'u64' },
          {
            name: 'collected';
            docs: ['By source: trading fees, funding, premium, liquidation penalties.'];
            type: { array: ['u64', 4] };
          },
          { name: 'totalSettled'; docs: ['Premium that went to the pool.']; type: 'u64' },
          { name: 'keeperFee'; docs: ['Atoms a keeper gets for an instruction that was worth it.']; type: 'u64' },
          { name: 'premiumRateBps'; docs: ['A year, of open interest.']; type: 'u16' },
          { name: 'protocolFeeBps'; type: 'u16' },
          { name: 'bump'; type: 'u8' },
          { name: 'premiumVaultBump'; type: 'u8' },
          { name: 'treasuryBump'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 25] } },
        ];
      };
    },
    {
      name: 'premiumStateInitialized';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'premiumState'; type: 'pubkey' },
          { name: 'market'; type: 'pubkey' },
          { name: 'pool'; type: 'pubkey' },
          { name: 'authority'; type: 'pubkey' },
          { name: 'premiumVault'; type: 'pubkey' },
          { name: 'treasury'; type: 'pubkey' },
          { name: 'epochDuration'; type: 'u64' },
          { name: 'keeperFee'; type: 'u64' },
          { name: 'premiumRateBps'; type: 'u16' },
          { name: 'protocolFeeBps'; type: 'u16' },
          { name: 'reserved'; type: { array: ['u8', 4] } },
        ];
      };
    },
  ];
};
