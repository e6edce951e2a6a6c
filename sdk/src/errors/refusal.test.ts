// Refusals in each shape in which a network, a client library or a wallet reports them.
import { LangErrorCode } from '@coral-xyz/anchor';
import { WalletSendTransactionError } from '@solana/wallet-adapter-base';
import { SendTransactionError } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INSURANCE_POOL_PROGRAM, PREMIUM_MANAGER_PROGRAM, SYSTEM_PROGRAM, TOKEN_PROGRAM } from '../addresses.ts';
import { PercosecError } from '../error.ts';
import { failureIn } from './failure.ts';
import { decodeRefusal, refusalIn } from './refusal.ts';

const POOL = INSURANCE_POOL_PROGRAM;
const PREMIUM = PREMIUM_MANAGER_PROGRAM;

const LOCKED = {
  err: { InstructionError: [2, { Custom: 6014 }] },
  logs: [
    'Program ComputeBudget111111111111111111111111111111 invoke [1]',
    'Program ComputeBudget111111111111111111111111111111 success',
    `Program ${POOL} invoke [1]`,
    `Program ${POOL} consumed 694 of 200000 compute units`,
    `Program ${POOL} failed: custom program error: 0x177e`,
  ],
};
const LOCK_ACTIVE = { program: 'insurance_pool', code: 6014, name: 'LockActive', message: 'The position is locked.' };
const SENTENCE = 'Error processing Instruction 2: custom program error: 0x177e';

const sendError = (transactionMessage: string, logs: string[] = LOCKED.logs) =>
  new SendTransactionError({ action: 'send', signature: '', transactionMessage, logs });

describe('a refusal is found', () => {
  it.each<[string, unknown]>([
    ['in a simulation', { context: { slot: 1 }, value: { ...LOCKED, unitsConsumed: 694 } }],
    ['in a signature’s status', { slot: 1, confirmations: 1, ...LOCKED, confirmationStatus: 'confirmed' }],
    ['in a transaction', { slot: 1, meta: { err: LOCKED.err, logMessages: LOCKED.logs, fee: 5000 } }],
    ['in the data of a preflight', { code: -32002, message: 'Transaction simulation failed', data: LOCKED }],
    [
      'in an error of the SDK',
      new PercosecError('RpcRefused', 'The RPC refused.', { method: 'sendTransaction', rpcCode: -32002, data: LOCKED }),
    ],
    ['in an error of web3.js', sendError(`Transaction simulation failed: ${SENTENCE}`)],
    ['in an error of a wallet', new WalletSendTransactionError('it failed', sendError(SENTENCE))],
    ['in an error of a wallet that only tells', new WalletSendTransactionError(SENTENCE)],
    ['in the cause of an error', new Error('it failed', { cause: sendError(SENTENCE) })],
  ])('%s', (_, answer) => {
    const programs = [
      'ComputeBudget111111111111111111111111111111',
      'ComputeBudget111111111111111111111111111111',
      POOL,
    ];
    expect(
      refusalIn(
        answer,
        programs.map((programId) => ({ programId })),
      ),
    ).toMatchObject(LOCK_ACTIVE);
  });

  it.each([
    undefined,
    null,
    'text',
    7,
    {},
    [],
    { err: null, logs: [] },
    { value: { err: null } },
    new Error('offline'),
  ])('not in %j', (answer) => expect(failureIn(answer)).toBeNull());

  it('not for ever in what contains itself', () => {
    const error = new Error('round');
    error.cause = error;
    expect(failureIn(error)).toBeNull();
  });
});

describe('a refusal is named', () => {
  it('by the program that refused, not by those that had called it', () => {
    const logs = [
      `Program ${PREMIUM} invoke [1]`,
      `Program ${POOL} invoke [2]`,
      `Program ${POOL} failed: custom program error: 0x1777`,
      `Program ${PREMIUM} failed: custom program error: 0x1777`,
    ];
    const refusal = decodeRefusal({ err: { InstructionError: [0, { Custom: 6007 }] }, logs });
    expect(refusal).toMatchObject({ program: 'insurance_pool', name: 'ClaimPending' });
  });

  it('whatever an RPC makes of it', () => {
    const some = fc.oneof(
      fc.anything({ withNullPrototype: true, maxDepth: 2 }),
      fc.constantFrom('toString', 'constructor'),
    );
    const failed = fc.record({ InstructionError: fc.tuple(some, fc.oneof(some, fc.record({ Custom: some }))) });
    const logs = fc.oneof(some, fc.array(fc.oneof(some, fc.constant('Program constructor failed: custom'))));
    fc.assert(
      fc.property(fc.oneof(some, failed), logs, (err, logs) => {
        const { program, name, message, remedy } = decodeRefusal({ err, logs: logs as never });
        for (const text of [program, name, message, remedy]) expect(typeof text).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });

  it('by the instruction’s program where the logs are missing or cut', () => {
    const err = { InstructionError: [1, { Custom: 6005 }] };
    const instructions = [{ programId: POOL }, { programId: PREMIUM }];
    const expected = { program: 'premium_manager', name: 'EpochNotElapsed' };
    expect(decodeRefusal({ err, logs: null, instructions })).toMatchObject(expected);
    const cut = [`Program ${POOL} invoke [1]`, `Program ${POOL} success`, 'Log truncated'];
    expect(decodeRefusal({ err, logs: cut, instructions })).toMatchObject(expected);
    expect(decodeRefusal({ err })).toMatchObject({ program: 'unknown', code: 6005, name: 'Error6005' });
  });

  const framework = [
    ...Object.entries(LangErrorCode).map(([name, code]) => [code as number, name] as const),
    [2040, 'ConstraintDuplicateMutableAccount'] as const,
    [4103, 'CapacityOverflow'] as const,
  ];
  it.each(framework)('of Anchor’s framework: %i %s', (code, name) => {
    const refusal = decodeRefusal({
      err: { InstructionError: [0, { Custom: code }] },
      instructions: [{ programId: POOL }],
    });
    expect(refusal).toMatchObject({ program: 'insurance_pool', code, name });
    expect(refusal.message).not.toBe('');
  });

  it.each([
    [TOKEN_PROGRAM, 0, 'token', 'NotRentExempt'],
    [TOKEN_PROGRAM, 1, 'token', 'InsufficientFunds'],
    [TOKEN_PROGRAM, 17, 'token', 'AccountFrozen'],
    [TOKEN_PROGRAM, 19, 'token', 'NonNativeNotSupported'],
    [SYSTEM_PROGRAM, 0, 'system', 'AccountAlreadyInUse'],
    [SYSTEM_PROGRAM, 1, 'system', 'ResultWithNegativeLamports'],
    ['ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL', 0, 'associated_token', 'InvalidOwner'],
    ['L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95', 6400, 'lighthouse', 'AssertionFailed'],
  ])('of %s: %i', (programId, code, program, name) => {
    const refusal = decodeRefusal({ err: { InstructionError: [0, { Custom: code }] }, instructions: [{ programId }] });
    expect(refusal).toMatchObject({ program, code, name });
    expect(refusal.remedy).not.toBe('');
  });

  it('of a program that nobody here knows: by what it logged', () => {
    const stranger = 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb';
    const logs = [
      `Program ${stranger} invoke [1]`,
      'Program log: AnchorError thrown in lib.rs:7. Error Code: TooLate. Error Number: 6001. Error Message: It is too late.',
      `Program ${stranger} failed: custom program error: 0x1771`,
    ];
    expect(decodeRefusal({ err: { InstructionError: [0, { Custom: 6001 }] }, logs })).toMatchObject({
      program: stranger,
      code: 6001,
      name: 'TooLate',
      message: expect.stringContaining('It is too late.'),
    });
    expect(decodeRefusal({ err: { InstructionError: [0, { Custom: 7 }] }, logs: logs.slice(2) })).toMatchObject({
      name: 'Error7',
      message: expect.stringContaining('error number 7'),
    });
  });

  it.each<[unknown, string]>([
    ['BlockhashNotFound', 'BlockhashNotFound'],
    ['AlreadyProcessed', 'AlreadyProcessed'],
    ['AccountInUse', 'AccountInUse'],
    ['AccountNotFound', 'AccountNotFound'],
    ['InsufficientFundsForFee', 'InsufficientFundsForFee'],
    [{ InsufficientFundsForRent: { account_index: 0 } }, 'InsufficientFundsForRent'],
    [{ DuplicateInstruction: 1 }, 'DuplicateInstruction'],
    ['SomethingOfTomorrow', 'SomethingOfTomorrow'],
    [{}, 'Unknown'],
    [true, 'Unknown'],
  ])('of the runtime: %j', (err, name) => {
    const refusal = decodeRefusal({ err });
    expect(refusal).toMatchObject({ program: 'runtime', code: null, name });
    expect(refusal.message).toMatch(/^\p{Lu}.*\.$/u);
    expect(refusal.remedy).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('of the runtime in the middle of a program: by both', () => {
    const logs = [`Program ${POOL} invoke [1]`, `Program ${POOL} failed: missing required signature for instruction`];
    expect(decodeRefusal({ err: { InstructionError: [0, 'MissingRequiredSignature'] }, logs })).toMatchObject({
      program: 'insurance_pool',
      code: null,
      name: 'MissingRequiredSignature',
    });
    const spent = [`Program ${POOL} invoke [1]`, `Program ${POOL} failed: exceeded CUs meter at BPF instruction`];
    expect(decodeRefusal({ err: { InstructionError: [0, 'ProgramFailedToComplete'] }, logs: spent })).toMatchObject({
      program: 'insurance_pool',
      name: 'ComputationalBudgetExceeded',
    });
  });

  it.each([
    ['Transaction simulation failed: Blockhash not found', 'BlockhashNotFound'],
    ['Transaction simulation failed: This transaction has already been processed', 'AlreadyProcessed'],
    [
      'Transaction simulation failed: Attempt to debit an account but found no record of a prior credit.',
      'AccountNotFound',
    ],
    ['Transaction simulation failed: Insufficient funds for fee', 'InsufficientFundsForFee'],
    [
      'Transaction simulation failed: Transaction results in an account (0) with insufficient funds for rent',
      'InsufficientFundsForRent',
    ],
    [
      'Transaction simulation failed: Error processing Instruction 0: Computational budget exceeded',
      'ComputationalBudgetExceeded',
    ],
  ])('by the sentence that web3.js leaves: %s', (sentence, name) => {
    expect(refusalIn(sendError(sentence, []))).toMatchObject({ program: 'runtime', name });
  });
});
