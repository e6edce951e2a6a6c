// Written by `npm run programs:layouts` from the IDLs. Don't edit.

export const INSURANCE_POOL_IDL = {
  address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk',
  metadata: {
    name: 'insurance_pool',
    version: '0.1.0',
    spec: '0.1.0',
    description: "Custody and share accounting of one market's insurance pool.",
  },
  instructions: [
    {
      name: 'accrue_premium',
      docs: ['Books premium that has come into the vault.'],
      discriminator: [55, 34, 12, 100, 169, 55, 112, 198],
      accounts: [{ name: 'pool', writable: true }, { name: 'vault' }, { name: 'premium_state', signer: true }],
      args: [
        { name: 'amount', type: 'u64' },
        { name: 'open_interest', type: 'u64' },
      ],
    },
    {
      name: 'cancel_withdraw',
      docs: ['Takes an announced withdrawal back.'],
      discriminator: [112, 53, 226, 58, 158, 30, 37, 168],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'position', writable: true },
        { name: 'depositor', signer: true },
      ],
      args: [],
    },
    {
      name: 'cover_deficit',
      docs: ["Grants a claim of the market's insolvency handler."],
      discriminator: [111, 47, 68, 186, 165, 82, 169, 88],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'vault', writable: true },
        { name: 'market' },
        {
          name: 'cover_vault',
          docs: [
            "Clients pass it writable. The chain doesn't insist: the market may have named an account that never is.",
          ],
          writable: true,
        },
        { name: 'handler_authority', signer: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [{ name: 'amount', type: 'u64' }],
      returns: { defined: { name: 'Covered' } },
    },
    {
      name: 'deposit',
      docs: ['Buys shares with `amount` of collateral, or a little less: only what the shares cost is taken.'],
      discriminator: [242, 35, 198, 137, 82, 225, 242, 182],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'vault', writable: true },
        {
          name: 'depositor_token_account',
          docs: [
            "Of the collateral, or the token program refuses it. A deposit comes out of it by the depositor's signature; a",
            'withdrawal goes to whichever he names.',
          ],
          writable: true,
        },
        { name: 'depositor', docs: ["Pays the rent of a first deposit's accounts."], writable: true, signer: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'market' },
        { name: 'market_claims' },
        { name: 'premium_state' },
        { name: 'position', writable: true },
        { name: 'share_mint', writable: true },
        { name: 'depositor_share_account', writable: true },
        {
          name: 'system_program',
          docs: ['Called only by a first deposit.'],
          address: '11111111111111111111111111111111',
        },
      ],
      args: [{ name: 'amount', type: 'u64' }],
    },
    {
      name: 'initialize_pool',
      docs: ["Attaches a pool to a market. What is set here can't be changed."],
      discriminator: [95, 180, 10, 172, 84, 174, 232, 40],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'market' },
        { name: 'authority', docs: ["The market's authority; pays the rent."], writable: true, signer: true },
        { name: 'collateral_mint' },
        { name: 'vault', writable: true },
        { name: 'share_mint', writable: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [{ name: 'args', type: { defined: { name: 'InitializePoolArgs' } } }],
    },
    {
      name: 'pay_queued',
      docs: ['Pays what is queued of granted claims.'],
      discriminator: [81, 186, 68, 227, 75, 255, 128, 30],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'vault', writable: true },
        { name: 'market' },
        {
          name: 'cover_vault',
          docs: ["As in `cover_deficit`: one that can't receive is refused by its name."],
          writable: true,
        },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ],
      args: [],
    },
    {
      name: 'reopen',
      docs: ['Starts a pool anew that claims have used up.'],
      discriminator: [149, 205, 131, 38, 192, 87, 111, 166],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'market' },
        { name: 'market_claims' },
        { name: 'share_mint', docs: ["The next generation's."], writable: true },
        { name: 'payer', writable: true, signer: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'system_program', address: '11111111111111111111111111111111' },
      ],
      args: [],
    },
    {
      name: 'request_withdraw',
      docs: ['Announces a withdrawal, where the pool has a cooldown.'],
      discriminator: [137, 95, 187, 96, 250, 138, 31, 182],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'position', writable: true },
        { name: 'depositor', signer: true },
      ],
      args: [{ name: 'shares', type: 'u64' }],
    },
    {
      name: 'set_active',
      docs: ['Opens or closes the pool to new deposits.'],
      discriminator: [29, 16, 225, 132, 38, 216, 206, 33],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'authority', signer: true },
      ],
      args: [{ name: 'active', type: 'bool' }],
    },
    {
      name: 'update_apy',
      docs: ['Stores the yield of the last settlement.'],
      discriminator: [94, 110, 147, 45, 73, 167, 222, 77],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'premium_state', signer: true },
      ],
      args: [{ name: 'apy_bps', type: 'u16' }],
    },
    {
      name: 'withdraw',
      docs: ['Gives `shares` back for their part of the pool.'],
      discriminator: [183, 18, 70, 156, 148, 109, 161, 34],
      accounts: [
        { name: 'pool', writable: true },
        { name: 'vault', writable: true },
        {
          name: 'depositor_token_account',
          docs: [
            "Of the collateral, or the token program refuses it. A deposit comes out of it by the depositor's signature; a",
            'withdrawal goes to whichever he names.',
          ],
          writable: true,
        },
        { name: 'depositor', docs: ["Pays the rent of a first deposit's accounts."], writable: true, signer: true },
        { name: 'token_program', address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'market' },
        { name: 'market_claims' },
        { name: 'premium_state' },
        { name: 'position', writable: true },
        { name: 'share_mint', writable: true },
        { name: 'depositor_share_account', writable: true },
        {
          name: 'system_program',
          docs: ['Called only by a first deposit.'],
          address: '11111111111111111111111111111111',
        },
      ],
      args: [{ name: 'shares', type: 'u64' }],
    },
  ],
  accounts: [
    { name: 'InsurancePool', discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'ProviderPosition', discriminator: [132, 248, 87, 91, 137, 211, 46, 254] },
  ],
  events: [
    { name: 'ActiveChanged', discriminator: [98, 229, 211, 119, 242, 167, 224, 228] },
    { name: 'ApyUpdated', discriminator: [128, 77, 231, 153, 96, 150, 84, 41] },
    { name: 'DeficitCovered', discriminator: [213, 208, 5, 40, 54, 111, 109, 198] },
    { name: 'Deposited', discriminator: [111, 141, 26, 45, 161, 35, 100, 57] },
    { name: 'PoolInitialized', discriminator: [100, 118, 173, 87, 12, 198, 254, 229] },
    { name: 'PoolReopened', discriminator: [64, 209, 183, 21, 215, 3, 94, 88] },
    { name: 'PositionOpened', discriminator: [237, 175, 243, 230, 147, 117, 101, 121] },
    { name: 'PremiumAccrued', discriminator: [5, 50, 57, 178, 132, 242, 38, 219] },
    { name: 'QueuedClaimPaid', discriminator: [88, 59, 6, 208, 251, 13, 117, 145] },
    { name: 'QueuedClaimReleased', discriminator: [190, 91, 179, 250, 244, 217, 47, 27] },
    { name: 'WithdrawCancelled', discriminator: [162, 153, 181, 47, 154, 132, 183, 117] },
    { name: 'WithdrawRequested', discriminator: [114, 16, 240, 206, 93, 128, 151, 39] },
    { name: 'Withdrawn', discriminator: [20, 89, 223, 198, 194, 124, 219, 13] },
  ],
  errors: [
    {
      code: 6000,
      name: 'InvalidMarket',
      msg: "The market is not a valid InsuredMarket of this pool's market program. Pass the pool's own market account.",
    },
    {
      code: 6001,
      name: 'InvalidParameter',
      msg: 'A parameter is out of its range. Check it against the limits of the instruction.',
    },
    {
      code: 6002,
      name: 'UnsupportedMint',
      msg: 'The collateral mint is not one of the legacy SPL Token program. Token-2022 mints are not supported.',
    },
    {
      code: 6003,
      name: 'Unauthorized',
      msg: 'The signer has no right to do this. Sign with the authority that the market or the pool names.',
    },
    {
      code: 6004,
      name: 'PoolInactive',
      msg: 'The pool takes no new deposits. Wait until its authority opens it again.',
    },
    {
      code: 6005,
      name: 'PoolExhausted',
      msg: 'Claims have used up the pool, or it holds as many shares as it can. Reopen it, then deposit.',
    },
    {
      code: 6006,
      name: 'NotExhausted',
      msg: 'The pool is not exhausted, or a claim on it is still open. Only a used-up pool can be reopened.',
    },
    {
      code: 6007,
      name: 'ClaimPending',
      msg: 'The market has a claim that is not settled. Anyone can settle it with report_deficit or pay_queued.',
    },
    {
      code: 6008,
      name: 'DepositTooSmall',
      msg: "The amount is too small: a pool's first deposit is at least one whole unit, and each must buy a share.",
    },
    { code: 6009, name: 'SettleFirst', msg: 'The pool is small and premium is unsettled. Call settle_epoch first.' },
    { code: 6010, name: 'ZeroShares', msg: 'The number of shares is zero. Ask for at least one.' },
    { code: 6011, name: 'InsufficientShares', msg: 'The position holds fewer shares than that.' },
    { code: 6012, name: 'InsufficientFunds', msg: 'The pool holds less than that.' },
    {
      code: 6013,
      name: 'WrongGeneration',
      msg: 'These shares belong to a generation of the pool that claims have used up. They are void.',
    },
    { code: 6014, name: 'LockActive', msg: 'The position is locked. Wait for its unlock epoch.' },
    { code: 6015, name: 'CooldownActive', msg: 'The request is still cooling down. Wait for its claimable epoch.' },
    { code: 6016, name: 'CooldownNotUsed', msg: 'This pool has no cooldown. Withdraw without a request.' },
    { code: 6017, name: 'NoRequest', msg: 'Fewer shares are requested than that. Request the withdrawal first.' },
    { code: 6018, name: 'RequestExists', msg: 'A request is open already. Cancel it before making another.' },
    { code: 6019, name: 'RequestExpired', msg: "The request's window has passed. Cancel it, then request again." },
    {
      code: 6020,
      name: 'ReserveBreached',
      msg: "The withdrawal would leave less than the pool's reserve. Withdraw less, or wait for the next epochs.",
    },
    {
      code: 6021,
      name: 'NothingQueued',
      msg: "No queued claim can be paid now: none is queued, or this epoch's cap is used up.",
    },
    {
      code: 6022,
      name: 'CoverVaultInvalid',
      msg: "The market's cover vault can't receive the collateral. Its market program has to mend it.",
    },
    {
      code: 6023,
      name: 'PremiumNotReceived',
      msg: 'The vault holds less than the premium to be booked. Transfer it first.',
    },
    { code: 6024, name: 'MathOverflow', msg: 'A number would leave its range. Nothing was changed.' },
  ],
  types: [
    {
      name: 'ActiveChanged',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'was_active', type: 'u8' },
          { name: 'is_active', type: 'u8' },
        ],
      },
    },
    {
      name: 'ApyUpdated',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'apy_bps_before', type: 'u16' },
          { name: 'apy_bps_after', type: 'u16' },
        ],
      },
    },
    {
      name: 'Covered',
      docs: ['What became of a claim.'],
      type: {
        kind: 'struct',
        fields: [
          { name: 'paid', type: 'u64' },
          { name: 'queued', type: 'u64' },
        ],
      },
    },
    {
      name: 'DeficitCovered',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'market', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'paid', type: 'u64' },
          { name: 'queued', type: 'u64' },
          { name: 'total_deposits_before', type: 'u64' },
          { name: 'total_deposits_after', type: 'u64' },
          { name: 'pending_claims_before', type: 'u64' },
          { name: 'pending_claims_after', type: 'u64' },
          { name: 'total_shares', type: 'u64' },
        ],
      },
    },
    {
      name: 'Deposited',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'provider', type: 'pubkey' },
          { name: 'amount', docs: ['What was taken: at most what was offered.'], type: 'u64' },
          { name: 'shares', type: 'u64' },
          { name: 'total_deposits_before', type: 'u64' },
          { name: 'total_deposits_after', type: 'u64' },
          { name: 'total_shares_before', type: 'u64' },
          { name: 'total_shares_after', type: 'u64' },
          { name: 'position_shares_before', type: 'u64' },
          { name: 'position_shares_after', type: 'u64' },
          { name: 'deposited_amount_before', type: 'u64' },
          { name: 'deposited_amount_after', type: 'u64' },
          { name: 'unlock_epoch_before', type: 'u64' },
          { name: 'unlock_epoch_after', type: 'u64' },
        ],
      },
    },
    {
      name: 'InitializePoolArgs',
      type: {
        kind: 'struct',
        fields: [
          { name: 'min_reserve_bps', docs: ['What of the base must stay, at most 5,000.'], type: 'u16' },
          { name: 'insolvency_threshold', docs: ['Atoms; a deficit must be above this to be a claim.'], type: 'u64' },
          { name: 'epoch_duration', docs: ['Slots, at least 1.'], type: 'u64' },
          { name: 'lock_epochs', docs: ["Default: seven days' worth."], type: { option: 'u32' } },
          { name: 'cooldown_epochs', docs: ['Default: 0, no requests.'], type: { option: 'u32' } },
          { name: 'window_epochs', docs: ["Default: one day's worth."], type: { option: 'u32' } },
          { name: 'claim_cap_bps', docs: ['Default: 10,000, no cap.'], type: { option: 'u16' } },
          { name: 'cover_bps', docs: ['Default: 1,000.'], type: { option: 'u16' } },
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
      name: 'PoolInitialized',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'market', type: 'pubkey' },
          { name: 'market_program', type: 'pubkey' },
          { name: 'authority', type: 'pubkey' },
          { name: 'collateral_mint', type: 'pubkey' },
          { name: 'share_mint', type: 'pubkey' },
          { name: 'insolvency_threshold', type: 'u64' },
          { name: 'epoch_duration', type: 'u64' },
          { name: 'deficit_base', type: 'u64' },
          { name: 'absorbed_base', type: 'u64' },
          { name: 'lock_epochs', type: 'u32' },
          { name: 'cooldown_epochs', type: 'u32' },
          { name: 'window_epochs', type: 'u32' },
          { name: 'min_reserve_bps', type: 'u16' },
          { name: 'claim_cap_bps', type: 'u16' },
          { name: 'cover_bps', type: 'u16' },
          { name: 'reserved', type: { array: ['u8', 6] } },
        ],
      },
    },
    {
      name: 'PoolReopened',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'share_mint_before', type: 'pubkey' },
          { name: 'share_mint_after', type: 'pubkey' },
          { name: 'total_shares_before', type: 'u64' },
          { name: 'total_deposits_before', type: 'u64' },
          { name: 'generation_before', type: 'u32' },
          { name: 'generation_after', type: 'u32' },
        ],
      },
    },
    {
      name: 'PositionOpened',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'provider', type: 'pubkey' },
          { name: 'position', type: 'pubkey' },
          { name: 'share_account', type: 'pubkey' },
          { name: 'generation', type: 'u32' },
        ],
      },
    },
    {
      name: 'PremiumAccrued',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'total_deposits_before', type: 'u64' },
          { name: 'total_deposits_after', type: 'u64' },
          { name: 'total_shares', type: 'u64' },
          { name: 'open_interest_before', type: 'u64' },
          { name: 'open_interest_after', type: 'u64' },
          { name: 'utilization_rate_bps_before', type: 'u16' },
          { name: 'utilization_rate_bps_after', type: 'u16' },
          { name: 'reserved', type: { array: ['u8', 4] } },
        ],
      },
    },
    {
      name: 'ProviderPosition',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'provider', type: 'pubkey' },
          { name: 'pool', type: 'pubkey' },
          { name: 'market', type: 'pubkey' },
          {
            name: 'share_account',
            docs: [
              'The token account that holds the shares; its authority is this position, so nobody can transfer them.',
            ],
            type: 'pubkey',
          },
          { name: 'deposited_amount', docs: ['What was paid in for the shares still held.'], type: 'u64' },
          { name: 'shares', type: 'u64' },
          { name: 'entry_epoch', type: 'u64' },
          {
            name: 'unlock_epoch',
            docs: ['The first epoch in which shares can leave, or be requested to.'],
            type: 'u64',
          },
          { name: 'requested_shares', docs: ['0: no request.'], type: 'u64' },
          {
            name: 'requested_value',
            docs: ['What the requested shares were worth; a withdrawal pays no more.'],
            type: 'u64',
          },
          { name: 'claimable_epoch', type: 'u64' },
          { name: 'generation', docs: ["The pool's generation that the shares are of."], type: 'u32' },
          { name: 'bump', type: 'u8' },
          { name: 'share_account_bump', type: 'u8' },
          { name: 'reserved', type: { array: ['u8', 26] } },
        ],
      },
    },
    {
      name: 'QueuedClaimPaid',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'market', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'total_deposits_before', type: 'u64' },
          { name: 'total_deposits_after', type: 'u64' },
          { name: 'pending_claims_before', type: 'u64' },
          { name: 'pending_claims_after', type: 'u64' },
        ],
      },
    },
    {
      name: 'QueuedClaimReleased',
      docs: ["The market is gone: what was queued for it is the holders' again."],
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'market', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'nav_before', type: 'u64' },
          { name: 'nav_after', type: 'u64' },
        ],
      },
    },
    {
      name: 'WithdrawCancelled',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'provider', type: 'pubkey' },
          { name: 'shares', type: 'u64' },
          { name: 'value', type: 'u64' },
        ],
      },
    },
    {
      name: 'WithdrawRequested',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'provider', type: 'pubkey' },
          { name: 'shares', type: 'u64' },
          { name: 'value', type: 'u64' },
          { name: 'claimable_epoch', type: 'u64' },
          { name: 'expiry_epoch', docs: ['The first epoch in which it can no longer be claimed.'], type: 'u64' },
        ],
      },
    },
    {
      name: 'Withdrawn',
      serialization: 'bytemuck',
      repr: { kind: 'c' },
      type: {
        kind: 'struct',
        fields: [
          { name: 'pool', type: 'pubkey' },
          { name: 'provider', type: 'pubkey' },
          { name: 'amount', type: 'u64' },
          { name: 'shares', type: 'u64' },
          { name: 'total_deposits_before', type: 'u64' },
          { name: 'total_deposits_after', type: 'u64' },
          { name: 'total_shares_before', type: 'u64' },
          { name: 'total_shares_after', type: 'u64' },
          { name: 'position_shares_before', type: 'u64' },
          { name: 'position_shares_after', type: 'u64' },
          { name: 'requested_shares', docs: ['What is left of the request.'], type: 'u64' },
        ],
      },
    },
  ],
};

/** The IDL in camelCase, as Anchor's `Program` reads it. */
export type InsurancePool = {
  address: '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk';
  metadata: {
    name: 'insurancePool';
    version: '0.1.0';
    spec: '0.1.0';
    description: "Custody and share accounting of one market's insurance pool.";
  };
  instructions: [
    {
      name: 'accruePremium';
      docs: ['Books premium that has come into the vault.'];
      discriminator: [55, 34, 12, 100, 169, 55, 112, 198];
      accounts: [{ name: 'pool'; writable: true }, { name: 'vault' }, { name: 'premiumState'; signer: true }];
      args: [{ name: 'amount'; type: 'u64' }, { name: 'openInterest'; type: 'u64' }];
    },
    {
      name: 'cancelWithdraw';
      docs: ['Takes an announced withdrawal back.'];
      discriminator: [112, 53, 226, 58, 158, 30, 37, 168];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'position'; writable: true },
        { name: 'depositor'; signer: true },
      ];
      args: [];
    },
    {
      name: 'coverDeficit';
      docs: ["Grants a claim of the market's insolvency handler."];
      discriminator: [111, 47, 68, 186, 165, 82, 169, 88];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'vault'; writable: true },
        { name: 'market' },
        {
          name: 'coverVault';
          docs: [
            "Clients pass it writable. The chain doesn't insist: the market may have named an account that never is.",
          ];
          writable: true;
        },
        { name: 'handlerAuthority'; signer: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [{ name: 'amount'; type: 'u64' }];
      returns: { defined: { name: 'covered' } };
    },
    {
      name: 'deposit';
      docs: ['Buys shares with `amount` of collateral, or a little less: only what the shares cost is taken.'];
      discriminator: [242, 35, 198, 137, 82, 225, 242, 182];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'vault'; writable: true },
        {
          name: 'depositorTokenAccount';
          docs: [
            "Of the collateral, or the token program refuses it. A deposit comes out of it by the depositor's signature; a",
            'withdrawal goes to whichever he names.',
          ];
          writable: true;
        },
        { name: 'depositor'; docs: ["Pays the rent of a first deposit's accounts."]; writable: true; signer: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'market' },
        { name: 'marketClaims' },
        { name: 'premiumState' },
        { name: 'position'; writable: true },
        { name: 'shareMint'; writable: true },
        { name: 'depositorShareAccount'; writable: true },
        {
          name: 'systemProgram';
          docs: ['Called only by a first deposit.'];
          address: '11111111111111111111111111111111';
        },
      ];
      args: [{ name: 'amount'; type: 'u64' }];
    },
    {
      name: 'initializePool';
      docs: ["Attaches a pool to a market. What is set here can't be changed."];
      discriminator: [95, 180, 10, 172, 84, 174, 232, 40];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'market' },
        { name: 'authority'; docs: ["The market's authority; pays the rent."]; writable: true; signer: true },
        { name: 'collateralMint' },
        { name: 'vault'; writable: true },
        { name: 'shareMint'; writable: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [{ name: 'args'; type: { defined: { name: 'initializePoolArgs' } } }];
    },
    {
      name: 'payQueued';
      docs: ['Pays what is queued of granted claims.'];
      discriminator: [81, 186, 68, 227, 75, 255, 128, 30];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'vault'; writable: true },
        { name: 'market' },
        {
          name: 'coverVault';
          docs: ["As in `cover_deficit`: one that can't receive is refused by its name."];
          writable: true;
        },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
      ];
      args: [];
    },
    {
      name: 'reopen';
      docs: ['Starts a pool anew that claims have used up.'];
      discriminator: [149, 205, 131, 38, 192, 87, 111, 166];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'market' },
        { name: 'marketClaims' },
        { name: 'shareMint'; docs: ["The next generation's."]; writable: true },
        { name: 'payer'; writable: true; signer: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'systemProgram'; address: '11111111111111111111111111111111' },
      ];
      args: [];
    },
    {
      name: 'requestWithdraw';
      docs: ['Announces a withdrawal, where the pool has a cooldown.'];
      discriminator: [137, 95, 187, 96, 250, 138, 31, 182];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'position'; writable: true },
        { name: 'depositor'; signer: true },
      ];
      args: [{ name: 'shares'; type: 'u64' }];
    },
    {
      name: 'setActive';
      docs: ['Opens or closes the pool to new deposits.'];
      discriminator: [29, 16, 225, 132, 38, 216, 206, 33];
      accounts: [{ name: 'pool'; writable: true }, { name: 'authority'; signer: true }];
      args: [{ name: 'active'; type: 'bool' }];
    },
    {
      name: 'updateApy';
      docs: ['Stores the yield of the last settlement.'];
      discriminator: [94, 110, 147, 45, 73, 167, 222, 77];
      accounts: [{ name: 'pool'; writable: true }, { name: 'premiumState'; signer: true }];
      args: [{ name: 'apyBps'; type: 'u16' }];
    },
    {
      name: 'withdraw';
      docs: ['Gives `shares` back for their part of the pool.'];
      discriminator: [183, 18, 70, 156, 148, 109, 161, 34];
      accounts: [
        { name: 'pool'; writable: true },
        { name: 'vault'; writable: true },
        {
          name: 'depositorTokenAccount';
          docs: [
            "Of the collateral, or the token program refuses it. A deposit comes out of it by the depositor's signature; a",
            'withdrawal goes to whichever he names.',
          ];
          writable: true;
        },
        { name: 'depositor'; docs: ["Pays the rent of a first deposit's accounts."]; writable: true; signer: true },
        { name: 'tokenProgram'; address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' },
        { name: 'market' },
        { name: 'marketClaims' },
        { name: 'premiumState' },
        { name: 'position'; writable: true },
        { name: 'shareMint'; writable: true },
        { name: 'depositorShareAccount'; writable: true },
        {
          name: 'systemProgram';
          docs: ['Called only by a first deposit.'];
          address: '11111111111111111111111111111111';
        },
      ];
      args: [{ name: 'shares'; type: 'u64' }];
    },
  ];
  accounts: [
    { name: 'insurancePool'; discriminator: [239, 152, 145, 201, 228, 155, 139, 140] },
    { name: 'providerPosition'; discriminator: [132, 248, 87, 91, 137, 211, 46, 254] },
  ];
  events: [
    { name: 'activeChanged'; discriminator: [98, 229, 211, 119, 242, 167, 224, 228] },
    { name: 'apyUpdated'; discriminator: [128, 77, 231, 153, 96, 150, 84, 41] },
    { name: 'deficitCovered'; discriminator: [213, 208, 5, 40, 54, 111, 109, 198] },
    { name: 'deposited'; discriminator: [111, 141, 26, 45, 161, 35, 100, 57] },
    { name: 'poolInitialized'; discriminator: [100, 118, 173, 87, 12, 198, 254, 229] },
    { name: 'poolReopened'; discriminator: [64, 209, 183, 21, 215, 3, 94, 88] },
    { name: 'positionOpened'; discriminator: [237, 175, 243, 230, 147, 117, 101, 121] },
    { name: 'premiumAccrued'; discriminator: [5, 50, 57, 178, 132, 242, 38, 219] },
    { name: 'queuedClaimPaid'; discriminator: [88, 59, 6, 208, 251, 13, 117, 145] },
    { name: 'queuedClaimReleased'; discriminator: [190, 91, 179, 250, 244, 217, 47, 27] },
    { name: 'withdrawCancelled'; discriminator: [162, 153, 181, 47, 154, 132, 183, 117] },
    { name: 'withdrawRequested'; discriminator: [114, 16, 240, 206, 93, 128, 151, 39] },
    { name: 'withdrawn'; discriminator: [20, 89, 223, 198, 194, 124, 219, 13] },
  ];
  errors: [
    {
      code: 6000;
      name: 'invalidMarket';
      msg: "The market is not a valid InsuredMarket of this pool's market program. Pass the pool's own market account.";
    },
    {
      code: 6001;
      name: 'invalidParameter';
      msg: 'A parameter is out of its range. Check it against the limits of the instruction.';
    },
    {
      code: 6002;
      name: 'unsupportedMint';
      msg: 'The collateral mint is not one of the legacy SPL Token program. Token-2022 mints are not supported.';
    },
    {
      code: 6003;
      name: 'unauthorized';
      msg: 'The signer has no right to do this. Sign with the authority that the market or the pool names.';
    },
    {
      code: 6004;
      name: 'poolInactive';
      msg: 'The pool takes no new deposits. Wait until its authority opens it again.';
    },
    {
      code: 6005;
      name: 'poolExhausted';
      msg: 'Claims have used up the pool, or it holds as many shares as it can. Reopen it, then deposit.';
    },
    {
      code: 6006;
      name: 'notExhausted';
      msg: 'The pool is not exhausted, or a claim on it is still open. Only a used-up pool can be reopened.';
    },
    {
      code: 6007;
      name: 'claimPending';
      msg: 'The market has a claim that is not settled. Anyone can settle it with report_deficit or pay_queued.';
    },
    {
      code: 6008;
      name: 'depositTooSmall';
      msg: "The amount is too small: a pool's first deposit is at least one whole unit, and each must buy a share.";
    },
    { code: 6009; name: 'settleFirst'; msg: 'The pool is small and premium is unsettled. Call settle_epoch first.' },
    { code: 6010; name: 'zeroShares'; msg: 'The number of shares is zero. Ask for at least one.' },
    { code: 6011; name: 'insufficientShares'; msg: 'The position holds fewer shares than that.' },
    { code: 6012; name: 'insufficientFunds'; msg: 'The pool holds less than that.' },
    {
      code: 6013;
      name: 'wrongGeneration';
      msg: 'These shares belong to a generation of the pool that claims have used up. They are void.';
    },
    { code: 6014; name: 'lockActive'; msg: 'The position is locked. Wait for its unlock epoch.' },
    { code: 6015; name: 'cooldownActive'; msg: 'The request is still cooling down. Wait for its claimable epoch.' },
    { code: 6016; name: 'cooldownNotUsed'; msg: 'This pool has no cooldown. Withdraw without a request.' },
    { code: 6017; name: 'noRequest'; msg: 'Fewer shares are requested than that. Request the withdrawal first.' },
    { code: 6018; name: 'requestExists'; msg: 'A request is open already. Cancel it before making another.' },
    { code: 6019; name: 'requestExpired'; msg: "The request's window has passed. Cancel it, then request again." },
    {
      code: 6020;
      name: 'reserveBreached';
      msg: "The withdrawal would leave less than the pool's reserve. Withdraw less, or wait for the next epochs.";
    },
    {
      code: 6021;
      name: 'nothingQueued';
      msg: "No queued claim can be paid now: none is queued, or this epoch's cap is used up.";
    },
    {
      code: 6022;
      name: 'coverVaultInvalid';
      msg: "The market's cover vault can't receive the collateral. Its market program has to mend it.";
    },
    {
      code: 6023;
      name: 'premiumNotReceived';
      msg: 'The vault holds less than the premium to be booked. Transfer it first.';
    },
    { code: 6024; name: 'mathOverflow'; msg: 'A number would leave its range. Nothing was changed.' },
  ];
  types: [
    {
      name: 'activeChanged';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [{ name: 'pool'; type: 'pubkey' }, { name: 'wasActive'; type: 'u8' }, { name: 'isActive'; type: 'u8' }];
      };
    },
    {
      name: 'apyUpdated';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'apyBpsBefore'; type: 'u16' },
          { name: 'apyBpsAfter'; type: 'u16' },
        ];
      };
    },
    {
      name: 'covered';
      docs: ['What became of a claim.'];
      type: { kind: 'struct'; fields: [{ name: 'paid'; type: 'u64' }, { name: 'queued'; type: 'u64' }] };
    },
    {
      name: 'deficitCovered';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'market'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'paid'; type: 'u64' },
          { name: 'queued'; type: 'u64' },
          { name: 'totalDepositsBefore'; type: 'u64' },
          { name: 'totalDepositsAfter'; type: 'u64' },
          { name: 'pendingClaimsBefore'; type: 'u64' },
          { name: 'pendingClaimsAfter'; type: 'u64' },
          { name: 'totalShares'; type: 'u64' },
        ];
      };
    },
    {
      name: 'deposited';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'provider'; type: 'pubkey' },
          { name: 'amount'; docs: ['What was taken: at most what was offered.']; type: 'u64' },
          { name: 'shares'; type: 'u64' },
          { name: 'totalDepositsBefore'; type: 'u64' },
          { name: 'totalDepositsAfter'; type: 'u64' },
          { name: 'totalSharesBefore'; type: 'u64' },
          { name: 'totalSharesAfter'; type: 'u64' },
          { name: 'positionSharesBefore'; type: 'u64' },
          { name: 'positionSharesAfter'; type: 'u64' },
          { name: 'depositedAmountBefore'; type: 'u64' },
          { name: 'depositedAmountAfter'; type: 'u64' },
          { name: 'unlockEpochBefore'; type: 'u64' },
          { name: 'unlockEpochAfter'; type: 'u64' },
        ];
      };
    },
    {
      name: 'initializePoolArgs';
      type: {
        kind: 'struct';
        fields: [
          { name: 'minReserveBps'; docs: ['What of the base must stay, at most 5,000.']; type: 'u16' },
          { name: 'insolvencyThreshold'; docs: ['Atoms; a deficit must be above this to be a claim.']; type: 'u64' },
          { name: 'epochDuration'; docs: ['Slots, at least 1.']; type: 'u64' },
          { name: 'lockEpochs'; docs: ["Default: seven days' worth."]; type: { option: 'u32' } },
          { name: 'cooldownEpochs'; docs: ['Default: 0, no requests.']; type: { option: 'u32' } },
          { name: 'windowEpochs'; docs: ["Default: one day's worth."]; type: { option: 'u32' } },
          { name: 'claimCapBps'; docs: ['Default: 10,000, no cap.']; type: { option: 'u16' } },
          { name: 'coverBps'; docs: ['Default: 1,000.']; type: { option: 'u16' } },
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
      name: 'poolInitialized';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'market'; type: 'pubkey' },
          { name: 'marketProgram'; type: 'pubkey' },
          { name: 'authority'; type: 'pubkey' },
          { name: 'collateralMint'; type: 'pubkey' },
          { name: 'shareMint'; type: 'pubkey' },
          { name: 'insolvencyThreshold'; type: 'u64' },
          { name: 'epochDuration'; type: 'u64' },
          { name: 'deficitBase'; type: 'u64' },
          { name: 'absorbedBase'; type: 'u64' },
          { name: 'lockEpochs'; type: 'u32' },
          { name: 'cooldownEpochs'; type: 'u32' },
          { name: 'windowEpochs'; type: 'u32' },
          { name: 'minReserveBps'; type: 'u16' },
          { name: 'claimCapBps'; type: 'u16' },
          { name: 'coverBps'; type: 'u16' },
          { name: 'reserved'; type: { array: ['u8', 6] } },
        ];
      };
    },
    {
      name: 'poolReopened';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'shareMintBefore'; type: 'pubkey' },
          { name: 'shareMintAfter'; type: 'pubkey' },
          { name: 'totalSharesBefore'; type: 'u64' },
          { name: 'totalDepositsBefore'; type: 'u64' },
          { name: 'generationBefore'; type: 'u32' },
          { name: 'generationAfter'; type: 'u32' },
        ];
      };
    },
    {
      name: 'positionOpened';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'provider'; type: 'pubkey' },
          { name: 'position'; type: 'pubkey' },
          { name: 'shareAccount'; type: 'pubkey' },
          { name: 'generation'; type: 'u32' },
        ];
      };
    },
    {
      name: 'premiumAccrued';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'totalDepositsBefore'; type: 'u64' },
          { name: 'totalDepositsAfter'; type: 'u64' },
          { name: 'totalShares'; type: 'u64' },
          { name: 'openInterestBefore'; type: 'u64' },
          { name: 'openInterestAfter'; type: 'u64' },
          { name: 'utilizationRateBpsBefore'; type: 'u16' },
          { name: 'utilizationRateBpsAfter'; type: 'u16' },
          { name: 'reserved'; type: { array: ['u8', 4] } },
        ];
      };
    },
    {
      name: 'providerPosition';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'provider'; type: 'pubkey' },
          { name: 'pool'; type: 'pubkey' },
          { name: 'market'; type: 'pubkey' },
          {
            name: 'shareAccount';
            docs: [
              'The token account that holds the shares; its authority is this position, so nobody can transfer them.',
            ];
            type: 'pubkey';
          },
          { name: 'depositedAmount'; docs: ['What was paid in for the shares still held.']; type: 'u64' },
          { name: 'shares'; type: 'u64' },
          { name: 'entryEpoch'; type: 'u64' },
          {
            name: 'unlockEpoch';
            docs: ['The first epoch in which shares can leave, or be requested to.'];
            type: 'u64';
          },
          { name: 'requestedShares'; docs: ['0: no request.']; type: 'u64' },
          {
            name: 'requestedValue';
            docs: ['What the requested shares were worth; a withdrawal pays no more.'];
            type: 'u64';
          },
          { name: 'claimableEpoch'; type: 'u64' },
          { name: 'generation'; docs: ["The pool's generation that the shares are of."]; type: 'u32' },
          { name: 'bump'; type: 'u8' },
          { name: 'shareAccountBump'; type: 'u8' },
          { name: 'reserved'; type: { array: ['u8', 26] } },
        ];
      };
    },
    {
      name: 'queuedClaimPaid';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'market'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'totalDepositsBefore'; type: 'u64' },
          { name: 'totalDepositsAfter'; type: 'u64' },
          { name: 'pendingClaimsBefore'; type: 'u64' },
          { name: 'pendingClaimsAfter'; type: 'u64' },
        ];
      };
    },
    {
      name: 'queuedClaimReleased';
      docs: ["The market is gone: what was queued for it is the holders' again."];
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'market'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'navBefore'; type: 'u64' },
          { name: 'navAfter'; type: 'u64' },
        ];
      };
    },
    {
      name: 'withdrawCancelled';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'provider'; type: 'pubkey' },
          { name: 'shares'; type: 'u64' },
          { name: 'value'; type: 'u64' },
        ];
      };
    },
    {
      name: 'withdrawRequested';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'provider'; type: 'pubkey' },
          { name: 'shares'; type: 'u64' },
          { name: 'value'; type: 'u64' },
          { name: 'claimableEpoch'; type: 'u64' },
          { name: 'expiryEpoch'; docs: ['The first epoch in which it can no longer be claimed.']; type: 'u64' },
        ];
      };
    },
    {
      name: 'withdrawn';
      serialization: 'bytemuck';
      repr: { kind: 'c' };
      type: {
        kind: 'struct';
        fields: [
          { name: 'pool'; type: 'pubkey' },
          { name: 'provider'; type: 'pubkey' },
          { name: 'amount'; type: 'u64' },
          { name: 'shares'; type: 'u64' },
          { name: 'totalDepositsBefore'; type: 'u64' },
          { name: 'totalDepositsAfter'; type: 'u64' },
          { name: 'totalSharesBefore'; type: 'u64' },
          { name: 'totalSharesAfter'; type: 'u64' },
          { name: 'positionSharesBefore'; type: 'u64' },
          { name: 'positionSharesAfter'; type: 'u64' },
          { name: 'requestedShares'; docs: ['What is left of the request.']; type: 'u64' },
        ];
      };
    },
  ];
};
