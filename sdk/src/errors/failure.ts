// Where a refusal hides: each road of a transaction (simulation, preflight, status, wallet) reports it in another shape.

/** What the network says of a transaction that it refused, as `err` of a simulation, a status or a transaction's meta. */
export interface Failure {
  readonly err: unknown;
  /** Empty where the road does not tell them. */
  readonly logs: readonly string[];
}

// web3.js keeps only the sentence of a refusal. These are Agave's, beside the name that its JSON has for each.
const SENTENCES: readonly (readonly [start: string, name: string])[] = [
  ['Attempt to debit an account but found no record', 'AccountNotFound'],
  ['Attempt to load a program that does not exist', 'ProgramAccountNotFound'],
  ['Insufficient funds for fee', 'InsufficientFundsForFee'],
  ['Transaction results in an account', 'InsufficientFundsForRent'],
  ['This transaction has already been processed', 'AlreadyProcessed'],
  ['Blockhash not found', 'BlockhashNotFound'],
  ['Account in use', 'AccountInUse'],
  ['Transaction did not pass signature verification', 'SignatureFailure'],
  ['Transaction exceeded max loaded accounts data size', 'MaxLoadedAccountsDataSizeExceeded'],
  ['Computational budget exceeded', 'ComputationalBudgetExceeded'],
  ['Program failed to complete', 'ProgramFailedToComplete'],
  ['missing required signature', 'MissingRequiredSignature'],
];

const nameOf = (sentence: string) => SENTENCES.find(([start]) => sentence.includes(start))?.[1];

function errIn(sentence: string): unknown {
  const processing = /Error processing Instruction (\d+): (.*)/.exec(sentence);
  if (processing === null) return nameOf(sentence) ?? null;
  const [, index, why = ''] = processing;
  const custom = /custom program error: (0x[0-9a-f]+)/i.exec(why)?.[1];
  return {
    InstructionError: [Number(index), custom === undefined ? (nameOf(why) ?? why) : { Custom: Number(custom) }],
  };
}

// Wallets wrap errors in errors; something that contains itself must not keep us for ever.
const DEEPEST = 8;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An RPC's word for them is not enough. */
export const logsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];

/**
 * The network's refusal in whatever was answered or thrown: a simulation's value, the `data` of a preflight's -32002, a
 * signature's status, a transaction's meta, an error of the SDK, of web3.js or of a wallet around any of these. Null
 * where there is none: then the transaction may well have been sent.
 */
export function failureIn(answer: unknown, depth = 0): Failure | null {
  if (!isObject(answer) || depth > DEEPEST) return null;
  const logs = logsIn(answer.logs ?? answer.logMessages ?? answer.transactionLogs);
  if (answer.err !== undefined && answer.err !== null) return { err: answer.err, logs };
  for (const road of ['meta', 'value', 'data', 'context', 'error', 'cause']) {
    const within = failureIn(answer[road], depth + 1);
    if (within !== null) return within.logs.length > 0 ? within : { ...within, logs };
  }
  const sentence = answer.transactionMessage ?? (answer instanceof Error ? answer.message : undefined);
  const err = typeof sentence === 'string' ? errIn(sentence) : null;
  return err === null ? null : { err, logs };
}
