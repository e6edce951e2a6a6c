// The one error class of the SDK. A message says what happened, why and what to do; it stands where the error is thrown, so
// that a bundle carries only the messages of what it uses. Codes are append-only: hosts branch on them.
export type PercosecErrorCode =
  | 'InvalidAddress'
  | 'InvalidAmount'
  | 'InvalidArgument'
  | 'WrongOwner'
  | 'WrongDiscriminator'
  | 'WrongLength'
  | 'WrongVersion'
  | 'AccountMissing'
  | 'InsecureContext'
  | 'RpcUnreachable'
  | 'RpcTimeout'
  | 'RpcRateLimited'
  | 'RpcRefused'
  | 'RpcMalformed'
  | 'ApiUnreachable'
  | 'ApiMalformed'
  | 'WalletMissing'
  | 'WrongCluster'
  | 'TransactionFailed'
  | 'ProviderMissing'
  | 'ProviderDuplicate'
  | 'WalletBlocked'
  | 'WalletFailed'
  | 'WalletSilent'
  | 'WalletChangedTransaction'
  | 'TransactionTooLarge'
  | 'TransactionRefused'
  | 'TransactionStopped'
  | 'RpcBehind';

export type ErrorContext = Readonly<Record<string, unknown>>;

export class PercosecError extends Error {
  override readonly name = 'PercosecError';
  readonly code: PercosecErrorCode;
  readonly context: ErrorContext;

  constructor(code: PercosecErrorCode, message: string, context: ErrorContext = {}, cause?: unknown) {
    super(message, cause ? { cause } : undefined);
    this.code = code;
    this.context = context;
  }
}

/** For a caller's mistake; `argument` is its name, `expected` what it must be: "a u64". */
export function invalidArgument(argument: string, expected: string, found: unknown): PercosecError {
  const shown =
    typeof found === 'string' ? JSON.stringify(found) : typeof found === 'bigint' ? `${found}n` : describe(found);
  return new PercosecError('InvalidArgument', `${argument} is ${shown}. Pass ${expected}.`, {
    argument,
    expected,
    found,
  });
}

const describe = (found: unknown) =>
  found !== null && /^[of]/.test(typeof found) ? `of type ${typeof found}` : String(found);
