// Written by `npm run programs:layouts` from the IDLs. Don't edit.

export const RISK_ENGINE_IDL = {
  address: '9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3',
  metadata: {
    name: 'risk_engine',
    version: '0.1.0',
    spec: '0.1.0',
    description: "A market's risk: its four factors, its score, and whether its pool is large enough to open it.",
  },
  instructions: [
    {
      name: 'activate_market',
      docs: ['Opens the market, where its pool is large enough.'],
      discriminator: [10, 26, 197, 116, 113, 99, 72, 89],
      accounts: [
        { name: 'market_config', writable: true },
        { name: 'market' },
        { name: 'pool' },
        { name: 'authority', docs: ["The market's."], signer: true },
      ],
      args: [],
    },
    {
      name: 'deactivate_market',
      docs: ['Closes the market.'],
      discriminator: [247, 135, 253, 112, 164, 213, 136, 193],
      accounts: [
        { name: 'market_config', writable: true },
        { name: 'market' },
        { name: 'authority', docs: ["The market's."], signer: true },
      ],
      args: [],
    },
    {
      name: 'initialize_market_config',
      docs: ["Sets what the market is measured by. It can't be changed."],
      discriminator: [5, 94, 211, 203, 75, 239, 159, 255],
      accounts: [
        { name: 'market_config', writable: true },
        { name: 'pool' },
        { name: 'market' },
        { name: 'authority', docs: ["The market's authority; pays the rent."], writable: true, signer: true },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [{ name: 'args', type: { defined: { name: 'InitializeMarketConfigArgs' } } }],
    },
    {
      name: 'initialize_risk_metrics',
      docs: ["Opens the market's score."],
      discriminator: [174, 194, 30, 192, 174, 211, 162, 89],
      accounts: [
        { name: 'risk_metrics', writable: true },
        { name: 'market' },
        { name: 'market_config' },
        { name: 'authority', docs: ["The market's authority; pays the rent."], writable: true, signer: true },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [],
    },
    {
      name: 'set_premium_rate',
      docs: ["Sets the premium rate by this epoch's score."],
      discriminator: [221, 74, 20, 166, 199, 42, 137, 81],
      accounts: [
        { name: 'risk_metrics' },
        { name: 'market_config' },
        { name: 'market' },
        { name: 'risk_authority', docs: ['Signs for this program.'] },
        {
          name: 'premium_state',
          docs: ["The premium manager checks that this, and the treasury, are the market's."],
          writable: true,
        },
        { name: 'treasury', writable: true },
        {
          name: 'keeper_token_account',
          docs: ["Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing."],
          writable: true,
          optional: true,
        },
        { name: 'premium_manager_program', address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE' },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [],
    },
    {
      name: 'update_score',
      docs: ['Scores the market, once an epoch.'],
      discriminator: [188, 226, 238, 41, 14, 241, 105, 215],
      accounts: [
        { name: 'risk_metrics', writable: true },
        { name: 'market_config' },
        { name: 'market' },
        { name: 'oracle_data', docs: ["A Pyth `PriceUpdateV2` of the market's feed."] },
      ],
      args: [],
    },
  ],
  accounts: [
    { name: 'InsurancePool', discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'MarketConfig', discriminator: [119, 255, 200, 88, 252, 82, 128, 24] },
    { name: 'RiskMetrics', discriminator: [225, 169, 64, 111, 152, 148, 54, 13] },
  ],
  events: [
    { name: 'MarketActivated', discriminator: [196, 73, 78, 48, 187, 132, 107, 11] },
    { name: 'MarketConfigured', discriminator: [159, 123, 8, 235, 56, 45, 58, 119] },
    { name: 'MarketDeactivated', discriminator: [121, 52, 11, 219, 83, 148, 81, 115] },
    { name: 'PremiumRateRequested', discriminator: [248, 201, 249, 28, 9, 12, 106, 93] },
    { name: 'RiskMetricsInitialized', discriminator: [15, 190, 72, 158, 168, 75, 127, 27] },
    { name: 'ScoreUpdated', discriminator: [175, 144, 206, 62, 108, 213, 230, 183] },
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
    { code: 6002, name: 'Unauthorized', msg: "The signer has no right to do this. Sign with the market's authority." },
    { code: 6003, name: 'AlreadyUpdated', msg: 'The market is scored already in this epoch. Wait for the next one.' },
    { code: 6004, name: 'WrongFeed', msg: "The oracle account is not a Pyth price update of the market's feed." },
    { code: 6005, name: 'OracleUnverified', msg: 'The price update is not fully verified. Post one that is.' },
    {
      code: 6006,
      name: 'OracleStale',
      msg: 'The price is too old, too far ahead, or no newer than the last one used. Post a fresh one.',
    },
    { code: 6007, name: 'OraclePriceInvalid', msg: 'The price is not above zero.' },
    {
      code: 6008,
      name: 'OracleUncertain',
      msg: "The price's confidence is above 2 % of the price. Wait until it is surer.",
    },
    {
      code: 6009,
      name: 'Undercapitalized',
      msg: "The pool is too small for the market's open interest. More has to be deposited first.",
    },
    {
      code: 6010,
      name: 'ScoreStale',
      msg: 'The score is not of this epoch. Call update_score first, in the same transaction.',
    },
    { code: 6011, name: 'MathOverflow', msg: 'A number would leave its range. Nothing was changed.' },
  ],
  types: [
    {
      name: 'InitializeMarketConfigArgs',
      type: {
        kind: 'struct',
        fields: [
          { name: 'oracle_feed', docs: ['A Pyth feed id.'], type: { array: ['u8', 32] } },
          { name: 'max_leverage_bps', docs: ['At least 10,000: 1×.'], type: 'u64' },
          { name: 'min_cover_bps', docs: ['At most 10,000.'], type: 'u16' },
          { name: 'max_oracle_age_secs', docs: ['1 to 3,600.'], type: 'u32' },
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
      name: 'MarketActivated',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'capital', docs: ['What the pool could cover with.'], type: 'u64' },
          { name: 'open_interest', type: 'u64' },
          { name: 'was_active', type: 'u64' },
        ],
      },
    },
    {
      name: 'MarketConfig',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'market_program', type: 'pubkey' },
          { name: 'authority', type: 'pubkey' },
          { name: 'oracle_feed', docs: ['A Pyth feed id.'], type: { array: ['u8', 32] } },
          { name: 'max_leverage_bps', docs: ['Average leverage at which the leverage factor is 10,000.'], type: 'u64' },
          {
            name: 'insolvency_threshold',
            docs: ['Copied from the pool, as are the reserve and the epoch.'],
            type: 'u64',
          },
          { name: 'min_reserve_ratio', docs: ['Basis points.'], type: 'u64' },
          { name: 'epoch_duration', docs: ['Slots.'], type: 'u64' },
          { name: 'max_oracle_age_secs', type: 'u32' },
          {
            name: 'min_cover_bps',
            docs: ['What of the open interest the pool has to cover before the market may open.'],
            type: 'u16',
          },
          { name: 'active', docs: ['1: the market is open.'], type: 'u8' },
          { name: 'bump', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 32] } },
        ],
      },
    },
    {
      name: 'MarketConfigured',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'market_program', type: 'pubkey' },
          { name: 'authority', type: 'pubkey' },
          { name: 'oracle_feed', type: { array: ['u8', 32] } },
          { name: 'max_leverage_bps', type: 'u64' },
          { name: 'max_oracle_age_secs', type: 'u32' },
          { name: 'min_cover_bps', type: 'u16' },
          { name: 'reserved', type: { array: ['u8', 2] } },
        ],
      },
    },
    {
      name: 'MarketDeactivated',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'was_active', type: 'u8' },
        ],
      },
    },
    {
      name: 'PremiumRateRequested',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'composite_score_bps', type: 'u16' },
          { name: 'rate_bps', type: 'u16' },
        ],
      },
    },
    {
      name: 'RiskMetrics',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'open_interest', docs: ["The market's, when it was scored."], type: 'u64' },
          { name: 'liquidity', type: 'u64' },
          { name: 'oracle_price', type: 'u64' },
          { name: 'oracle_confidence', type: 'u64' },
          { name: 'oracle_publish_time', type: 'i64' },
          { name: 'last_updated_at', docs: ['Unix time.'], type: 'i64' },
          { name: 'last_updated_slot', type: 'u64' },
          { name: 'last_updated_epoch', type: 'u64' },
          { name: 'samples', docs: ['How many scores there have been: the rings hold the last 32.'], type: 'u64' },
          { name: 'prices', docs: ['All of `oracle_exponent`.'], type: { array: ['u64', 32] } },
          { name: 'funding_rates', docs: ['Parts per million a funding interval.'], type: { array: ['i64', 32] } },
          { name: 'oracle_exponent', type: 'i32' },
          { name: 'composite_score_bps', type: 'u16' },
          { name: 'leverage_bps', type: 'u16' },
          { name: 'oi_ratio_bps', type: 'u16' },
          { name: 'volatility_bps', type: 'u16' },
          { name: 'funding_variance_bps', type: 'u16' },
          { name: 'grade', docs: ['ASCII, padded with zeros.'], type: { array: ['u8', 8] } },
          { name: 'bump', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 25] } },
        ],
      },
    },
    {
      name: 'RiskMetricsInitialized',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'risk_metrics', type: 'pubkey' },
        ],
      },
    },
    {
      name: 'ScoreUpdated',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'epoch', type: 'u64' },
          { name: 'open_interest', type: 'u64' },
          { name: 'liquidity', type: 'u64' },
          { name: 'oracle_price', type: 'u64' },
          { name: 'oracle_confidence', type: 'u64' },
          { name: 'oracle_publish_time', type: 'i64' },
          { name: 'grade', type: { array: ['u8', 8] } },
          { name: 'oracle_exponent', type: 'i32' },
          { name: 'composite_score_bps_before', type: 'u16' },
          { name: 'composite_score_bps_after', type: 'u16' },
          { name: 'leverage_bps', type: 'u16' },
          { name: 'oi_ratio_bps', type: 'u16' },
          { name: 'volatility_bps', type: 'u16' },
          { name: 'funding_variance_bps', type: 'u16' },
        ],
      },
    },
  ],
};

/** The IDL in camelCase, as Anchor's `Program` reads it. */
export type RiskEngine = {
  address: '9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3';
  metadata: {
    name: 'riskEngine';
    version: '0.1.0';
    spec: '0.1.0';
    description: "A market's risk: its four factors, its score, and whether its pool is large enough to open it.";
  };
  instructions: [
    {
      name: 'activateMarket';
      docs: ['Opens the market, where its pool is large enough.'];
      discriminator: [10, 26, 197, 116, 113, 99, 72, 89];
      accounts: [
        { name: 'marketConfig'; writable: true },
        { name: 'market' },
        { name: 'pool' },
        { name: 'authority'; docs: ["The market's."]; signer: true },
      ];
      args: [];
    },
    {
      name: 'deactivateMarket';
      docs: ['Closes the market.'];
      discriminator: [247, 135, 253, 112, 164, 213, 136, 193];
      accounts: [
        { name: 'marketConfig'; writable: true },
        { name: 'market' },
        { name: 'authority'; docs: ["The market's."]; signer: true },
      ];
      args: [];
    },
    {
      name: 'initializeMarketConfig';
      docs: ["Sets what the market is measured by. It can't be changed."];
      discriminator: [5, 94, 211, 203, 75, 239, 159, 255];
      accounts: [
        { name: 'marketConfig'; writable: true },
        { name: 'pool' },
        { name: 'market' },
        { name: 'authority'; docs: ["The market's authority; pays the rent."]; writable: true; signer: true },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [{ name: 'args'; type: { defined: { name: 'initializeMarketConfigArgs' } } }];
    },
    {
      name: 'initializeRiskMetrics';
      docs: ["Opens the market's score."];
      discriminator: [174, 194, 30, 192, 174, 211, 162, 89];
      accounts: [
        { name: 'riskMetrics'; writable: true },
        { name: 'market' },
        { name: 'marketConfig' },
        { name: 'authority'; docs: ["The market's authority; pays the rent."]; writable: true; signer: true },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [];
    },
    {
      name: 'setPremiumRate';
      docs: ["Sets the premium rate by this epoch's score."];
      discriminator: [221, 74, 20, 166, 199, 42, 137, 81];
      accounts: [
        { name: 'riskMetrics' },
        { name: 'marketConfig' },
        { name: 'market' },
        { name: 'riskAuthority'; docs: ['Signs for this program.'] },
        {
          name: 'premiumState';
          docs: ["The premium manager checks that this, and the treasury, are the market's."];
          writable: true;
        },
        { name: 'treasury'; writable: true },
        {
          name: 'keeperTokenAccount';
          docs: ["Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing."];
          writable: true;
          optional: true;
        },
        { name: 'premiumManagerProgram'; address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE' },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [];
    },
    {
      name: 'updateScore';
      docs: ['Scores the market, once an epoch.'];
      discriminator: [188, 226, 238, 41, 14, 241, 105, 215];
      accounts: [
        { name: 'riskMetrics'; writable: true },
        { name: 'marketConfig' },
        { name: 'market' },
        { name: 'oracleData'; docs: ["A Pyth `PriceUpdateV2` of the market's feed."] },
      ];
      args: [];
    },
  ];
  accounts: [
    { name: 'insurancePool'; discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'marketConfig'; discriminator: [119, 255, 200, 88, 252, 82, 128, 24] },
    { name: 'riskMetrics'; discriminator: [225, 169, 64, 111, 152, 148, 54, 13] },
  ];
  events: [
    { name: 'marketActivated'; discriminator: [196, 73, 78, 48, 187, 132, 107, 11] },
    { name: 'marketConfigured'; discriminator: [159, 123, 8, 235, 56, 45, 58, 119] },
    { name: 'marketDeactivated'; discriminator: [121, 52, 11, 219, 83, 148, 81, 115] },
    { name: 'premiumRateRequested'; discriminator: [248, 201, 249, 28, 9, 12, 106, 93] },
    { name: 'riskMetricsInitialized'; discriminator: [15, 190, 72, 158, 168, 75, 127, 27] },
    { name: 'scoreUpdated'; discriminator: [175, 144, 206, 62, 108, 213, 230, 183] },
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
    { code: 6002; name: 'unauthorized'; msg: "The signer has no right to do this. Sign with the market's authority." },
    { code: 6003; name: 'alreadyUpdated'; msg: 'The market is scored already in this epoch. Wait for the next one.' },
    { code: 6004; name: 'wrongFeed'; msg: "The oracle account is not a Pyth price update of the market's feed." },
    { code: 6005; name: 'oracleUnverified'; msg: 'The price update is not fully verified. Post one that is.' },
    {
      code: 6006;
      name: 'oracleStale';
      msg: 'The price is too old, too far ahead, or no newer than the last one used. Post a fresh one.';
    },
    { code: 6007; name: 'oraclePriceInvalid'; msg: 'The price is not above zero.' },
    {
      code: 6008;
      name: 'oracleUncertain';
      msg: "The price's confidence is above 2 % of the price. Wait until it is surer.";
    },
    {
      code: 6009;
      name: 'undercapitalized';
      msg: "The pool is too small for the market's open interest. More has to be deposited first.";
    },
    {
      code: 6010;
      name: 'scoreStale';
      msg: 'The score is not of this epoch. Call update_score first, in the same transaction.';
    },
    { code: 6011; name: 'mathOverflow'; msg: 'A number would leave its range. Nothing was changed.' },
  ];
  types: [
    {
      name: 'initializeMarketConfigArgs';
      type: {
        kind: 'struct';
        fields: [
          { name: 'oracleFeed'; docs: ['A Pyth feed id.']; type: { array: ['u8', 32] } },
          { name: 'maxLeverageBps'; docs: ['At least 10,000: 1×.']; type: 'u64' },
          { name: 'minCoverBps'; docs: ['At most 10,000.']; type: 'u16' },
          { name: 'maxOracleAgeSecs'; docs: ['1 to 3,600.']; type: 'u32' },
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
      name: 'marketActivated';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'capital'; docs: ['What the pool could cover with.']; type: 'u64' },
          { name: 'openInterest'; type: 'u64' },
          { name: 'wasActive'; type: 'u64' },
        ];
      };
    },
    {
      name: 'marketConfig';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'marketProgram'; type: 'pubkey' },
          { name: 'authority'; type: 'pubkey' },
          { name: 'oracleFeed'; docs: ['A Pyth feed id.']; type: { array: ['u8', 32] } },
          { name: 'maxLeverageBps'; docs: ['Average leverage at which the leverage factor is 10,000.']; type: 'u64' },
          {
            name: 'insolvencyThreshold';
            docs: ['Copied from the pool, as are the reserve and the epoch.'];
            type: 'u64';
          },
          { name: 'minReserveRatio'; docs: ['Basis points.']; type: 'u64' },
          { name: 'epochDuration'; docs: ['Slots.']; type: 'u64' },
          { name: 'maxOracleAgeSecs'; type: 'u32' },
          {
            name: 'minCoverBps';
            docs: ['What of the open interest the pool has to cover before the market may open.'];
            type: 'u16';
          },
          { name: 'active'; docs: ['1: the market is open.']; type: 'u8' },
          { name: 'bump'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 32] } },
        ];
      };
    },
    {
      name: 'marketConfigured';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'marketProgram'; type: 'pubkey' },
          { name: 'authority'; type: 'pubkey' },
          { name: 'oracleFeed'; type: { array: ['u8', 32] } },
          { name: 'maxLeverageBps'; type: 'u64' },
          { name: 'maxOracleAgeSecs'; type: 'u32' },
          { name: 'minCoverBps'; type: 'u16' },
          { name: 'reserved'; type: { array: ['u8', 2] } },
        ];
      };
    },
    {
      name: 'marketDeactivated';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: { kind: 'struct'; fields: [{ name: 'market'; type: 'pubkey' }, { name: 'wasActive'; type: 'u8' }] };
    },
    {
      name: 'premiumRateRequested';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'compositeScoreBps'; type: 'u16' },
          { name: 'rateBps'; type: 'u16' },
        ];
      };
    },
    {
      name: 'riskMetrics';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'openInterest'; docs: ["The market's, when it was scored."]; type: 'u64' },
          { name: 'liquidity'; type: 'u64' },
          { name: 'oraclePrice'; type: 'u64' },
          { name: 'oracleConfidence'; type: 'u64' },
          { name: 'oraclePublishTime'; type: 'i64' },
          { name: 'lastUpdatedAt'; docs: ['Unix time.']; type: 'i64' },
          { name: 'lastUpdatedSlot'; type: 'u64' },
          { name: 'lastUpdatedEpoch'; type: 'u64' },
          { name: 'samples'; docs: ['How many scores there have been: the rings hold the last 32.']; type: 'u64' },
          { name: 'prices'; docs: ['All of `oracle_exponent`.']; type: { array: ['u64', 32] } },
          { name: 'fundingRates'; docs: ['Parts per million a funding interval.']; type: { array: ['i64', 32] } },
          { name: 'oracleExponent'; type: 'i32' },
          { name: 'compositeScoreBps'; type: 'u16' },
          { name: 'leverageBps'; type: 'u16' },
          { name: 'oiRatioBps'; type: 'u16' },
          { name: 'volatilityBps'; type: 'u16' },
          { name: 'fundingVarianceBps'; type: 'u16' },
          { name: 'grade'; docs: ['ASCII, padded with zeros.']; type: { array: ['u8', 8] } },
          { name: 'bump'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 25] } },
        ];
      };
    },
    {
      name: 'riskMetricsInitialized';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: { kind: 'struct'; fields: [{ name: 'market'; type: 'pubkey' }, { name: 'riskMetrics'; type: 'pubkey' }] };
    },
    {
      name: 'scoreUpdated';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'epoch'; type: 'u64' },
          { name: 'openInterest'; type: 'u64' },
          { name: 'liquidity'; type: 'u64' },
          { name: 'oraclePrice'; type: 'u64' },
          { name: 'oracleConfidence'; type: 'u64' },
          { name: 'oraclePublishTime'; type: 'i64' },
          { name: 'grade'; type: { array: ['u8', 8] } },
          { name: 'oracleExponent'; type: 'i32' },
          { name: 'compositeScoreBpsBefore'; type: 'u16' },
          { name: 'compositeScoreBpsAfter'; type: 'u16' },
          { name: 'leverageBps'; type: 'u16' },
          { name: 'oiRatioBps'; type: 'u16' },
          { name: 'volatilityBps'; type: 'u16' },
          { name: 'fundingVarianceBps'; type: 'u16' },
        ];
      };
    },
  ];
};
