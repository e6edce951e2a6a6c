// The refusals that are not PercoSec's: of the programs it calls, of Anchor's framework, of the runtime.

/** What is known of one refusal: its name, what happened and why, what to do. */
export interface Known {
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
}

const AGAIN = 'Try again.';
const BUG = 'The transaction was put together wrongly: nobody can sign it right. Update the app, or tell its makers.';

// --- Anchor's framework: names by code, a meaning a range

const FRAMEWORK: readonly (readonly [first: number, names: string, message: string])[] = [
  [
    100,
    'InstructionMissing InstructionFallbackNotFound InstructionDidNotDeserialize InstructionDidNotSerialize',
    'The program doesn’t know this instruction, or can’t read its arguments.',
  ],
  [1000, 'IdlInstructionStub IdlInstructionInvalidProgram IdlAccountNotEmpty', 'The program keeps no IDL this way.'],
  [1500, 'EventInstructionStub', 'The program takes no event instructions.'],
  [
    2000,
    'ConstraintMut ConstraintHasOne ConstraintSigner ConstraintRaw ConstraintOwner ConstraintRentExempt ConstraintSeeds ConstraintExecutable ConstraintState ConstraintAssociated ConstraintAssociatedInit ConstraintClose ConstraintAddress ConstraintZero ConstraintTokenMint ConstraintTokenOwner ConstraintMintMintAuthority ConstraintMintFreezeAuthority ConstraintMintDecimals ConstraintSpace ConstraintAccountIsNone ConstraintTokenTokenProgram ConstraintMintTokenProgram ConstraintAssociatedTokenTokenProgram ConstraintMintGroupPointerExtension ConstraintMintGroupPointerExtensionAuthority ConstraintMintGroupPointerExtensionGroupAddress ConstraintMintGroupMemberPointerExtension ConstraintMintGroupMemberPointerExtensionAuthority ConstraintMintGroupMemberPointerExtensionMemberAddress ConstraintMintMetadataPointerExtension ConstraintMintMetadataPointerExtensionAuthority ConstraintMintMetadataPointerExtensionMetadataAddress ConstraintMintCloseAuthorityExtension ConstraintMintCloseAuthorityExtensionAuthority ConstraintMintPermanentDelegateExtension ConstraintMintPermanentDelegateExtensionDelegate ConstraintMintTransferHookExtension ConstraintMintTransferHookExtensionAuthority ConstraintMintTransferHookExtensionProgramId ConstraintDuplicateMutableAccount',
    'One of the accounts is not the one that the instruction needs.',
  ],
  [
    2500,
    'RequireViolated RequireEqViolated RequireKeysEqViolated RequireNeqViolated RequireKeysNeqViolated RequireGtViolated RequireGteViolated',
    'A condition of the program does not hold.',
  ],
  [
    3000,
    'AccountDiscriminatorAlreadySet AccountDiscriminatorNotFound AccountDiscriminatorMismatch AccountDidNotDeserialize AccountDidNotSerialize AccountNotEnoughKeys AccountNotMutable AccountOwnedByWrongProgram InvalidProgramId InvalidProgramExecutable AccountNotSigner AccountNotSystemOwned AccountNotInitialized AccountNotProgramData AccountNotAssociatedTokenAccount AccountSysvarMismatch AccountReallocExceedsLimit AccountDuplicateReallocs',
    'One of the accounts is missing, or of another kind or program than the instruction needs.',
  ],
  [
    4100,
    'DeclaredProgramIdMismatch TryingToInitPayerAsProgramAccount InvalidNumericConversion CapacityOverflow',
    'The program was called in a way that it can’t work with.',
  ],
  [5000, 'Deprecated', 'The program no longer does this.'],
];

export function frameworkRefusal(code: number): Known | undefined {
  for (const [first, names, message] of FRAMEWORK) {
    const name = names.split(' ')[code - first];
    if (name !== undefined) return { name, message, remedy: BUG };
  }
  return undefined;
}

// --- the programs that PercoSec and wallets call

interface Foreign {
  readonly name: string;
  /** From code `first` on, in order. */
  readonly errors: string;
  readonly first?: number;
}

const FOREIGN: Readonly<Record<string, Foreign>> = {
  TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA: {
    name: 'token',
    errors:
      'NotRentExempt InsufficientFunds InvalidMint MintMismatch OwnerMismatch FixedSupply AlreadyInUse InvalidNumberOfProvidedSigners InvalidNumberOfRequiredSigners UninitializedState NativeNotSupported NonNativeHasBalance InvalidInstruction InvalidState Overflow AuthorityTypeNotSupported MintCannotFreeze AccountFrozen MintDecimalsMismatch NonNativeNotSupported',
  },
  '11111111111111111111111111111111': {
    name: 'system',
    errors:
      'AccountAlreadyInUse ResultWithNegativeLamports InvalidProgramId InvalidAccountDataLength MaxSeedLengthExceeded AddressWithSeedMismatch NonceNoRecentBlockhashes NonceBlockhashNotExpired NonceUnexpectedBlockhashValue',
  },
  ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL: { name: 'associated_token', errors: 'InvalidOwner' },
  ComputeBudget111111111111111111111111111111: { name: 'compute_budget', errors: '' },
  L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95: { name: 'lighthouse', first: 6400, errors: 'AssertionFailed' },
};

const FOREIGN_WORDS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  'token InsufficientFunds': [
    'The token account holds less than that.',
    'Enter a smaller amount, or add to the account first.',
  ],
  'token AccountFrozen': [
    'The token account is frozen by its mint’s authority.',
    'Ask the issuer of the token: nobody else can thaw the account.',
  ],
  'token OwnerMismatch': [
    'The token account belongs to somebody else.',
    'Use a token account of the connected wallet.',
  ],
  'token MintMismatch': [
    'The token account holds another token than the pool’s collateral.',
    'Use a token account of the pool’s collateral.',
  ],
  'token UninitializedState': [
    'The token account does not exist yet.',
    'Create it first: receiving any of the token does.',
  ],
  'system ResultWithNegativeLamports': [
    'The wallet has too little SOL for the deposits of rent that new accounts need.',
    'Add SOL to the wallet, then try again.',
  ],
  'system AccountAlreadyInUse': ['The account exists already.', 'Nothing to do: go on with the account that is there.'],
  'lighthouse AssertionFailed': [
    'The wallet’s own guard stopped the transaction: an account was no longer as the wallet had foreseen.',
    AGAIN,
  ],
};

export const foreignName = (program: string): string | undefined => FOREIGN[program]?.name;

export function foreignRefusal(program: string, code: number): Known | undefined {
  const foreign = FOREIGN[program];
  const name = foreign?.errors.split(' ')[code - (foreign.first ?? 0)];
  if (foreign === undefined || !name) return undefined;
  const [message, remedy] = FOREIGN_WORDS[`${foreign.name} ${name}`] ?? [
    `The ${foreign.name.replace('_', ' ')} program refused: ${name}.`,
    BUG,
  ];
  return { name, message, remedy };
}

// --- the runtime: what it says of a whole transaction, or of an instruction in place of its program

const BUSY = ['The network is busy with this account just now.', AGAIN] as const;
const RUNTIME: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  AccountNotFound: ['The wallet has no SOL on this network.', 'Add SOL to the wallet, then try again.'],
  InsufficientFundsForFee: [
    'The wallet has too little SOL for the network’s fee.',
    'Add SOL to the wallet, then try again.',
  ],
  InsufficientFundsForRent: [
    'An account, most often the wallet, would be left with less SOL than the network lets it keep.',
    'Add SOL to the wallet, then try again.',
  ],
  BlockhashNotFound: [
    'The transaction waited too long: the network no longer takes it, and never will.',
    'Nothing was changed. Sign again.',
  ],
  AlreadyProcessed: ['The network has processed this very transaction before.', 'Nothing to do: look at its outcome.'],
  AccountInUse: BUSY,
  WouldExceedMaxBlockCostLimit: BUSY,
  WouldExceedMaxAccountCostLimit: BUSY,
  WouldExceedMaxVoteCostLimit: BUSY,
  WouldExceedAccountDataBlockLimit: BUSY,
  ClusterMaintenance: ['The network is under maintenance.', 'Try again later.'],
  SignatureFailure: ['A signature is missing or wrong.', 'Sign again with the connected wallet.'],
  MissingSignatureForFee: ['The one who pays the fee has not signed.', 'Sign again with the connected wallet.'],
  MissingRequiredSignature: [
    'Somebody whose signature is needed has not signed.',
    'Sign with the wallet that owns the position or, for a market’s settings, with its authority.',
  ],
  ProgramAccountNotFound: [
    'The program is not deployed on this network.',
    'Check that the app and the wallet are on the network of the pool.',
  ],
  ComputationalBudgetExceeded: [
    'The transaction needed more computing than it had reserved.',
    'Try again: the reserve is measured anew each time.',
  ],
  MaxLoadedAccountsDataSizeExceeded: [
    'The transaction loaded more account data than it had reserved.',
    'Try again: the reserve is measured anew each time. If it recurs, turn off the wallet’s extra checks.',
  ],
  AccountDataTooSmall: ['One of the accounts does not exist yet.', 'Let the market’s creator finish setting it up.'],
};

export function runtimeRefusal(name: string): Known {
  const [message, remedy] = (Object.hasOwn(RUNTIME, name) && RUNTIME[name]) || [
    `The network refused the transaction: ${name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()}.`,
    'Nothing was changed. Try again; if it recurs, tell the makers of the app its name.',
  ];
  return { name, message, remedy };
}
