// Written by `npm run programs:layouts` from the IDLs. Don't edit.

export const INSOLVENCY_HANDLER_IDL = {
  address: '5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T',
  metadata: {
    name: 'insolvency_handler',
    version: '0.1.0',
    spec: '0.1.0',
    description: 'Claims of insured markets: what is proven, what was paid, what nobody covers.',
  },
  instructions: [
    {
      name: 'initialize_claims',
      docs: ['Opens the claims of a market.'],
      discriminator: [83, 1, 155, 15, 158, 204, 114, 146],
      accounts: [
        { name: 'market_claims', writable: true },
        { name: 'market' },
        { name: 'payer', writable: true, signer: true },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [],
    },
    {
      name: 'report_deficit',
      docs: ["Deals with the market's whole open deficit, of which `deficit_amount` was expected."],
      discriminator: [83, 83, 161, 63, 33, 68, 103, 29],
      accounts: [
        { name: 'market_claims', writable: true },
        { name: 'insolvency_record', docs: ['The next one; made where there is a claim.'], writable: true },
        { name: 'pool', writable: true },
        { name: 'vault', docs: ['The pool checks that this is its own.'], writable: true },
        { name: 'market' },
        {
          name: 'cover_vault',
          docs: ["Clients pass it writable; the pool checks that it is the market's, and pays it if it can."],
          writable: true,
        },
        { name: 'handler_authority', docs: ['Signs for this program.'] },
        { name: 'reporter', docs: ["Pays the record's rent."], writable: true, signer: true },
        { name: 'premium_state', docs: ["May be missing, as may the two after it: then the keeper's fee is skipped."] },
        { name: 'treasury', writable: true },
        { name: 'keeper_token_account', writable: true, optional: true },
        { name: 'insurance_pool_program', address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk' },
        { name: 'premium_manager_program', address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE' },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [{ name: 'deficit_amount', type: 'u64' }],
    },
    {
      name: 'verify_deficit',
      docs: ['Tells what a report would find.'],
      discriminator: [220, 102, 255, 149, 186, 236, 1, 19],
      accounts: [{ name: 'pool' }, { name: 'market' }, { name: 'market_claims' }],
      args: [],
      returns: { defined: { name: 'DeficitStatus' } },
    },
  ],
  accounts: [
    { name: 'InsolvencyRecord', discriminator: [170, 112, 85, 225, 9, 102, 79, 23] },
    { name: 'InsurancePool', discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'MarketClaims', discriminator: [125, 137, 148, 51, 45, 207, 217, 157] },
  ],
  events: [
    { name: 'ClaimsInitialized', discriminator: [100, 41, 43, 17, 66, 119, 157, 154] },
    { name: 'InsolvencyEvent', discriminator: [72, 135, 81, 20, 201, 79, 216, 179] },
    { name: 'NoClaim', discriminator: [220, 53, 82, 230, 150, 91, 229, 250] },
    { name: 'UncoveredDeficit', discriminator: [5, 148, 25, 1, 241, 134, 201, 48] },
  ],
  errors: [
    {
      code: 6000,
      name: 'InvalidMarket',
      msg: "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.",
    },
    { code: 6001, name: 'Unauthorized', msg: 'The signer has no right to do this.' },
    { code: 6002, name: 'NothingToReport', msg: 'The market has no deficit that is not dealt with.' },
    {
      code: 6003,
      name: 'DeficitMismatch',
      msg: "The market's header proves a smaller deficit than that. Read it with verify_deficit.",
    },
    { code: 6004, name: 'MathOverflow', msg: 'A number would leave its range. Nothing was changed.' },
  ],
  types: [
    {
      name: 'ClaimsInitialized',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'market_claims', type: 'pubkey' },
        ],
      },
    },
    {
      name: 'DeficitStatus',
      type: {
        kind: 'struct',
        fields: [
          { name: 'open_deficit', type: 'u64' },
          {
            name: 'insolvency_threshold',
            docs: ['The deficit must be above this, save in an exhausted pool.'],
            type: 'u64',
          },
          { name: 'buffer_used', type: 'u64' },
          { name: 'reportable', type: 'bool' },
          { name: 'payable', type: 'u64' },
        ],
      },
    },
    {
      name: 'InsolvencyEvent',
      docs: ['A claim: deficit = buffer_used + covered + queued + uncovered.'],
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'reporter', type: 'pubkey' },
          { name: 'sequence', type: 'u64' },
          { name: 'deficit_amount', type: 'u64' },
          { name: 'buffer_used', type: 'u64' },
          { name: 'covered_amount', type: 'u64' },
          { name: 'queued_amount', type: 'u64' },
          { name: 'uncovered_amount', type: 'u64' },
          { name: 'nav_before', type: 'u64' },
          { name: 'nav_after', type: 'u64' },
          { name: 'seen_deficit_before', type: 'u64' },
          { name: 'seen_deficit_after', type: 'u64' },
          { name: 'buffer_used_total_before', type: 'u64' },
          { name: 'buffer_used_total_after', type: 'u64' },
          { name: 'slot', type: 'u64' },
          { name: 'timestamp', type: 'i64' },
        ],
      },
    },
    {
      name: 'InsolvencyRecord',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'reporter', type: 'pubkey' },
          { name: 'sequence', type: 'u64' },
          { name: 'deficit_amount', docs: ['The whole deficit; the four amounts below add up to it.'], type: 'u64' },
          { name: 'buffer_used', docs: ["Absorbed by the market's own margin."], type: 'u64' },
          { name: 'covered_amount', docs: ['Paid by the pool at once.'], type: 'u64' },
          { name: 'queued_amount', docs: ["Granted by the pool, to be paid under a later epoch's cap."], type: 'u64' },
          { name: 'uncovered_amount', type: 'u64' },
          { name: 'slot', type: 'u64' },
          { name: 'timestamp', docs: ['Unix time.'], type: 'i64' },
          { name: 'bump', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 23] } },
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
      name: 'MarketClaims',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          {
            name: 'seen_deficit',
            docs: ["Of the market's cumulative deficit, what has been claimed or has become the market's own."],
            type: 'u64',
          },
          {
            name: 'buffer_used_total',
            docs: ["Of what the market's margin absorbed, what has been counted towards those."],
            type: 'u64',
          },
          {
            name: 'noted_deficit',
            docs: ['The cumulative deficit at the time when it was last no claim.'],
            type: 'u64',
          },
          { name: 'noted_epoch', type: 'u64' },
          { name: 'sequence', docs: ["The next record's."], type: 'u64' },
          { name: 'total_covered', docs: ['Granted by the pool, paid or queued.'], type: 'u64' },
          { name: 'total_uncovered', type: 'u64' },
          { name: 'bump', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 31] } },
        ],
      },
    },
    {
      name: 'NoClaim',
      docs: ["A deficit that is no claim: it is noted, and in time becomes the market's own."],
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'open_deficit', type: 'u64' },
          { name: 'insolvency_threshold', type: 'u64' },
          { name: 'seen_deficit_before', type: 'u64' },
          { name: 'seen_deficit_after', type: 'u64' },
          { name: 'buffer_used_total_before', type: 'u64' },
          { name: 'buffer_used_total_after', type: 'u64' },
          { name: 'noted_deficit_before', type: 'u64' },
          { name: 'noted_deficit_after', type: 'u64' },
          { name: 'noted_epoch_before', type: 'u64' },
          { name: 'noted_epoch_after', type: 'u64' },
        ],
      },
    },
    {
      name: 'UncoveredDeficit',
      docs: ['A part of a deficit that nobody covers. It is flagged, never silently socialized.'],
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'market', type: 'pubkey' },
          { name: 'sequence', type: 'u64' },
          { name: 'uncovered_amount', type: 'u64' },
          { name: 'total_uncovered_before', type: 'u64' },
          { name: 'total_uncovered_after', type: 'u64' },
        ],
      },
    },
  ],
};

/** The IDL in camelCase, as Anchor's `Program` reads it. */
export type InsolvencyHandler = {
  address: '5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T';
  metadata: {
    name: 'insolvencyHandler';
    version: '0.1.0';
    spec: '0.1.0';
    description: 'Claims of insured markets: what is proven, what was paid, what nobody covers.';
  };
  instructions: [
    {
      name: 'initializeClaims';
      docs: ['Opens the claims of a market.'];
      discriminator: [83, 1, 155, 15, 158, 204, 114, 146];
      accounts: [
        { name: 'marketClaims'; writable: true },
        { name: 'market' },
        { name: 'payer'; writable: true; signer: true },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [];
    },
    {
      name: 'reportDeficit';
      docs: ["Deals with the market's whole open deficit, of which `deficit_amount` was expected."];
      discriminator: [83, 83, 161, 63, 33, 68, 103, 29];
      accounts: [
        { name: 'marketClaims'; writable: true },
        { name: 'insolvencyRecord'; docs: ['The next one; made where there is a claim.']; writable: true },
        { name: 'pool'; writable: true },
        { name: 'vault'; docs: ['The pool checks that this is its own.']; writable: true },
        { name: 'market' },
        {
          name: 'coverVault';
          docs: ["Clients pass it writable; the pool checks that it is the market's, and pays it if it can."];
          writable: true;
        },
        { name: 'handlerAuthority'; docs: ['Signs for this program.'] },
        { name: 'reporter'; docs: ["Pays the record's rent."]; writable: true; signer: true },
        { name: 'premiumState'; docs: ["May be missing, as may the two after it: then the keeper's fee is skipped."] },
        { name: 'treasury'; writable: true },
        { name: 'keeperTokenAccount'; writable: true; optional: true },
        { name: 'insurancePoolProgram'; address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk' },
        { name: 'premiumManagerProgram'; address: 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE' },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [{ name: 'deficitAmount'; type: 'u64' }];
    },
    {
      name: 'verifyDeficit';
      docs: ['Tells what a report would find.'];
      discriminator: [220, 102, 255, 149, 186, 236, 1, 19];
      accounts: [{ name: 'pool' }, { name: 'market' }, { name: 'marketClaims' }];
      args: [];
      returns: { defined: { name: 'deficitStatus' } };
    },
  ];
  accounts: [
    { name: 'insolvencyRecord'; discriminator: [170, 112, 85, 225, 9, 102, 79, 23] },
    { name: 'insurancePool'; discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'marketClaims'; discriminator: [125, 137, 148, 51, 45, 207, 217, 157] },
  ];
  events: [
    { name: 'claimsInitialized'; discriminator: [100, 41, 43, 17, 66, 119, 157, 154] },
    { name: 'insolvencyEvent'; discriminator: [72, 135, 81, 20, 201, 79, 216, 179] },
    { name: 'noClaim'; discriminator: [220, 53, 82, 230, 150, 91, 229, 250] },
    { name: 'uncoveredDeficit'; discriminator: [5, 148, 25, 1, 241, 134, 201, 48] },
  ];
  errors: [
    {
      code: 6000;
      name: 'invalidMarket';
      msg: "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.";
    },
    { code: 6001; name: 'unauthorized'; msg: 'The signer has no right to do this.' },
    { code: 6002; name: 'nothingToReport'; msg: 'The market has no deficit that is not dealt with.' },
    {
      code: 6003;
      name: 'deficitMismatch';
      msg: "The market's header proves a smaller deficit than that. Read it with verify_deficit.";
    },
    { code: 6004; name: 'mathOverflow'; msg: 'A number would leave its range. Nothing was changed.' },
  ];
  types: [
    {
      name: 'claimsInitialized';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: { kind: 'struct'; fields: [{ name: 'market'; type: 'pubkey' }, { name: 'marketClaims'; type: 'pubkey' }] };
    },
    {
      name: 'deficitStatus';
      type: {
        kind: 'struct';
        fields: [
          { name: 'openDeficit'; type: 'u64' },
          {
            name: 'insolvencyThreshold';
            docs: ['The deficit must be above this, save in an exhausted pool.'];
            type: 'u64';
          },
          { name: 'bufferUsed'; type: 'u64' },
          { name: 'reportable'; type: 'bool' },
          { name: 'payable'; type: 'u64' },
        ];
      };
    },
    {
      name: 'insolvencyEvent';
      docs: ['A claim: deficit = buffer_used + covered + queued + uncovered.'];
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'reporter'; type: 'pubkey' },
          { name: 'sequence'; type: 'u64' },
          { name: 'deficitAmount'; type: 'u64' },
          { name: 'bufferUsed'; type: 'u64' },
          { name: 'coveredAmount'; type: 'u64' },
          { name: 'queuedAmount'; type: 'u64' },
          { name: 'uncoveredAmount'; type: 'u64' },
          { name: 'navBefore'; type: 'u64' },
          { name: 'navAfter'; type: 'u64' },
          { name: 'seenDeficitBefore'; type: 'u64' },
          { name: 'seenDeficitAfter'; type: 'u64' },
          { name: 'bufferUsedTotalBefore'; type: 'u64' },
          { name: 'bufferUsedTotalAfter'; type: 'u64' },
          { name: 'slot'; type: 'u64' },
          { name: 'timestamp'; type: 'i64' },
        ];
      };
    },
    {
      name: 'insolvencyRecord';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'reporter'; type: 'pubkey' },
          { name: 'sequence'; type: 'u64' },
          { name: 'deficitAmount'; docs: ['The whole deficit; the four amounts below add up to it.']; type: 'u64' },
          { name: 'bufferUsed'; docs: ["Absorbed by the market's own margin."]; type: 'u64' },
          { name: 'coveredAmount'; docs: ['Paid by the pool at once.']; type: 'u64' },
          { name: 'queuedAmount'; docs: ["Granted by the pool, to be paid under a later epoch's cap."]; type: 'u64' },
          { name: 'uncoveredAmount'; type: 'u64' },
          { name: 'slot'; type: 'u64' },
          { name: 'timestamp'; docs: ['Unix time.']; type: 'i64' },
          { name: 'bump'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 23] } },
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
      name: 'marketClaims';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          {
            name: 'seenDeficit';
            docs: ["Of the market's cumulative deficit, what has been claimed or has become the market's own."];
            type: 'u64';
          },
          {
            name: 'bufferUsedTotal';
            docs: ["Of what the market's margin absorbed, what has been counted towards those."];
            type: 'u64';
          },
          {
            name: 'notedDeficit';
            docs: ['The cumulative deficit at the time when it was last no claim.'];
            type: 'u64';
          },
          { name: 'notedEpoch'; type: 'u64' },
          { name: 'sequence'; docs: ["The next record's."]; type: 'u64' },
          { name: 'totalCovered'; docs: ['Granted by the pool, paid or queued.']; type: 'u64' },
          { name: 'totalUncovered'; type: 'u64' },
          { name: 'bump'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 31] } },
        ];
      };
    },
    {
      name: 'noClaim';
      docs: ["A deficit that is no claim: it is noted, and in time becomes the market's own."];
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'openDeficit'; type: 'u64' },
          { name: 'insolvencyThreshold'; type: 'u64' },
          { name: 'seenDeficitBefore'; type: 'u64' },
          { name: 'seenDeficitAfter'; type: 'u64' },
          { name: 'bufferUsedTotalBefore'; type: 'u64' },
          { name: 'bufferUsedTotalAfter'; type: 'u64' },
          { name: 'notedDeficitBefore'; type: 'u64' },
          { name: 'notedDeficitAfter'; type: 'u64' },
          { name: 'notedEpochBefore'; type: 'u64' },
          { name: 'notedEpochAfter'; type: 'u64' },
        ];
      };
    },
    {
      name: 'uncoveredDeficit';
      docs: ['A part of a deficit that nobody covers. It is flagged, never silently socialized.'];
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'market'; type: 'pubkey' },
          { name: 'sequence'; type: 'u64' },
          { name: 'uncoveredAmount'; type: 'u64' },
          { name: 'totalUncoveredBefore'; type: 'u64' },
          { name: 'totalUncoveredAfter'; type: 'u64' },
        ];
      };
    },
  ];
};
