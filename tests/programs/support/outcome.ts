// What a transaction did, in the protocol's own words.
import { LangErrorCode } from '@coral-xyz/anchor';
import { FailedTransactionMetadata, type TransactionMetadata } from 'litesvm';
import { type Program, type ProgramName, programById, programs } from './artifacts.ts';
import type { Events, Returns } from './layouts.ts';
import { fromAnchor } from './values.ts';

export type EventName = keyof Events & string;
export type ProgramEvent = { [Name in EventName]: { program: ProgramName; name: Name; data: Events[Name] } }[EventName];

export interface Failure {
  /** The program that refused, by name where it is known, else its address; `runtime` where no program ran. */
  readonly program: string;
  /** The custom error code, or null for one of the runtime's own errors. */
  readonly code: number | null;
  /** A name of PROTOCOL.md, of Anchor's framework, of the token or system program, or of the runtime. */
  readonly name: string;
  /** Which instruction of the transaction failed; -1 where none ran. */
  readonly index: number;
}

interface Common {
  readonly cu: number;
  readonly logs: string[];
  /** Events in order of emission; those of a failed transaction too, though they never happened. */
  readonly events: ProgramEvent[];
  readonly returnData: Uint8Array;
}
export type Accepted = Common & { readonly ok: true; readonly error: null };
export type Refused = Common & { readonly ok: false; readonly error: Failure };
export type Outcome = Accepted | Refused;

// Of the enums in the token and the system program: the codes PercoSec's instructions can run into.
const OTHER_PROGRAMS: Record<string, { name: string; errors: string[] }> = {
  TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA: {
    name: 'token',
    errors: [
      'NotRentExempt',
      'InsufficientFunds',
      'InvalidMint',
      'MintMismatch',
      'OwnerMismatch',
      'FixedSupply',
      'AlreadyInUse',
      'InvalidNumberOfProvidedSigners',
      'InvalidNumberOfRequiredSigners',
      'UninitializedState',
      'NativeNotSupported',
      'NonNativeHasBalance',
      'InvalidInstruction',
      'InvalidState',
      'Overflow',
      'AuthorityTypeNotSupported',
      'MintCannotFreeze',
      'AccountFrozen',
      'MintDecimalsMismatch',
      'NonNativeNotSupported',
    ],
  },
  '11111111111111111111111111111111': {
    name: 'system',
    errors: [
      'AccountAlreadyInUse',
      'ResultWithNegativeLamports',
      'InvalidProgramId',
      'InvalidAccountDataLength',
      'MaxSeedLengthExceeded',
      'AddressWithSeedMismatch',
    ],
  },
};

// Anchor 2 keeps Anchor 1's numbers; two of its codes its 0.32 client does not know yet.
const frameworkErrors = new Map([
  ...Object.entries(LangErrorCode).map(([name, code]) => [code as number, name] as const),
  [2040, 'ConstraintDuplicateMutableAccount'] as const,
  [4103, 'CapacityOverflow'] as const,
]);

function customName(address: string, program: Program | undefined, code: number): string {
  return (
    program?.errors.get(code) ??
    (program && frameworkErrors.get(code)) ??
    OTHER_PROGRAMS[address]?.errors[code] ??
    `Custom(${code})`
  );
}

function failureOf(failed: FailedTransactionMetadata, logs: readonly string[]): Failure {
  const error = failed.err();
  // litesvm gives the runtime's errors as bare numbers; their names stand only in its debug text.
  if (typeof error === 'number') {
    const name = /\berr: (\w+)/.exec(failed.toString())?.[1] ?? `TransactionError(${error})`;
    return { program: 'runtime', code: null, name, index: -1 };
  }
  const text = error.toString();
  const index = 'index' in error ? error.index : -1;
  const refuser = logs.map((line) => /^Program (\w+) failed/.exec(line)?.[1]).find((address) => address !== undefined);
  const program = refuser === undefined ? undefined : programById(refuser);
  const who = program?.name ?? (refuser && (OTHER_PROGRAMS[refuser]?.name ?? refuser)) ?? 'runtime';
  const custom = /\bcode: (\d+)/.exec(text)?.[1];
  if (custom !== undefined) {
    const code = Number(custom);
    return { program: who, code, name: customName(refuser ?? '', program, code), index };
  }
  return { program: who, code: null, name: /\berror: (\w+)/.exec(text)?.[1] ?? text.split(' ')[0] ?? text, index };
}

function eventsOf(logs: readonly string[]): ProgramEvent[] {
  const events: ProgramEvent[] = [];
  const stack: string[] = [];
  for (const line of logs) {
    const invoked = /^Program (\w+) invoke \[/.exec(line)?.[1];
    if (invoked !== undefined) stack.push(invoked);
    else if (/^Program \w+ (success|failed)/.test(line)) stack.pop();
    else if (line.startsWith('Program data: ')) {
      const program = programById(stack.at(-1) ?? '');
      const event = program?.coder.events.decode(line.slice('Program data: '.length));
      if (program && event) {
        events.push({ program: program.name, name: event.name, data: fromAnchor(event.data) } as ProgramEvent);
      }
    }
  }
  return events;
}

export function outcomeOf(result: TransactionMetadata | FailedTransactionMetadata): Outcome {
  const failed = result instanceof FailedTransactionMetadata;
  const meta = failed ? result.meta() : result;
  const logs = meta.logs();
  const error = failed ? failureOf(result, logs) : null;
  let events: ProgramEvent[] | undefined;
  return {
    ok: !failed,
    error,
    cu: Number(meta.computeUnitsConsumed()),
    logs,
    get events() {
      events ??= eventsOf(logs);
      return events;
    },
    get returnData() {
      return Uint8Array.from(meta.returnData().data());
    },
  } as Outcome;
}

const told = (outcome: Outcome) =>
  outcome.error ? `${outcome.error.program}: ${outcome.error.name} (instruction ${outcome.error.index})` : 'success';

/** The outcome of what must succeed; throws with the refusal and the logs otherwise. */
export function accepted(outcome: Outcome): Accepted {
  if (outcome.ok) return outcome;
  throw new Error(`expected success, got ${told(outcome)}\n${outcome.logs.join('\n')}`);
}

/** The outcome of what must be refused with this named error (by this program, where one is given). */
export function refused(outcome: Outcome, name: string, program?: string): Refused {
  if (!outcome.ok && outcome.error.name === name && (program ?? outcome.error.program) === outcome.error.program) {
    return outcome;
  }
  const expected = program === undefined ? name : `${program}: ${name}`;
  throw new Error(`expected ${expected}, got ${told(outcome)}\n${outcome.logs.join('\n')}`);
}

/** The one event of this name; throws where there is none or more than one. */
export function eventOf<Name extends EventName>(outcome: Outcome, name: Name): Events[Name] {
  const [event, ...more] = outcome.events.filter((candidate) => candidate.name === name);
  if (event === undefined || more.length > 0) {
    throw new Error(`expected one ${name}, got [${outcome.events.map((other) => other.name).join(', ')}]`);
  }
  return event.data as Events[Name];
}

/** What the transaction returned, read as this type of the IDLs. */
export function returned<Name extends keyof Returns & string>(outcome: Outcome, name: Name): Returns[Name] {
  const program = Object.values(programs).find(({ idl }) => idl.types?.some((type) => type.name === name));
  if (program === undefined) throw new Error(`no IDL knows the type ${name}`);
  return fromAnchor(program.coder.types.decode(name, Buffer.from(outcome.returnData))) as Returns[Name];
}
