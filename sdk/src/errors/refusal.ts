// A refusal in plain words: who refused, what happened and why, what to do.
import {
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_ENGINE_PROGRAM,
} from '../addresses.ts';
import { type Failure, failureIn, logsIn } from './failure.ts';
import { foreignName, foreignRefusal, frameworkRefusal, type Known, runtimeRefusal } from './foreign.ts';
import { PROGRAM_ERRORS } from './program-errors.ts';
import { REMEDIES } from './remedies.ts';

export interface Refusal {
  /** The one that really refused, by name where it is known, else by address; `runtime` where no program did. */
  readonly program: string;
  /** The program's own number, or null where the runtime refused. */
  readonly code: number | null;
  /** A name of the protocol, of Anchor's framework, of another program or of the runtime. */
  readonly name: string;
  /** What happened, and why. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

type ProgramName = keyof typeof PROGRAM_ERRORS;

const OURS: Readonly<Record<string, ProgramName>> = {
  [INSURANCE_POOL_PROGRAM]: 'insurance_pool',
  [RISK_ENGINE_PROGRAM]: 'risk_engine',
  [PREMIUM_MANAGER_PROGRAM]: 'premium_manager',
  [INSOLVENCY_HANDLER_PROGRAM]: 'insolvency_handler',
};

/** The program that failed first is the one that refused: those that had called it fail after it, with its error. */
function refuserIn(logs: readonly string[]): string | undefined {
  for (const line of logs) {
    const address = /^Program (\w{32,44}) failed/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
}

function ourRefusal(program: ProgramName, code: number): Known | undefined {
  const error = (PROGRAM_ERRORS[program] as Readonly<Record<number, { name: string; message: string }>>)[code];
  if (error === undefined) return undefined;
  // An IDL's message goes on with advice for programmers; the remedy says in full, and to anybody, what to do.
  const [what = error.message] = error.message.split(/(?<=\.) (?=[A-Z])/);
  return { name: error.name, message: what, remedy: REMEDIES[program]?.[error.name] ?? '' };
}

/** Of a program nobody here knows: what it logged itself, as Anchor and most others do. */
function strangerRefusal(program: string, code: number, logs: readonly string[]): Known {
  const said = logs.map((line) => /^Program log: .*\bError(?: Message)?: (.+)$/.exec(line)?.[1]).findLast(Boolean);
  const name = logs.map((line) => /Error Code: (\w+)/.exec(line)?.[1]).findLast(Boolean);
  return {
    name: name ?? `Error${code}`,
    message: `The program ${program} refused${said === undefined ? `: its error number ${code}.` : `: ${said}`}`,
    remedy: 'Nothing was changed. Look the error up with that program’s makers.',
  };
}

function customRefusal(address: string | undefined, code: number, logs: readonly string[]): Refusal {
  const ours = address === undefined ? undefined : OURS[address];
  const program = ours ?? (address && (foreignName(address) ?? address)) ?? 'unknown';
  const known =
    (ours && (ourRefusal(ours, code) ?? frameworkRefusal(code))) ??
    (address && foreignRefusal(address, code)) ??
    strangerRefusal(program, code, logs);
  return { program, code, ...(known || strangerRefusal(program, code, logs)) };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Rust's enums in JSON: `"Name"`, or `{"Name": what it holds}`. */
const variantOf = (value: unknown): string =>
  typeof value === 'string' ? value : isObject(value) ? (Object.keys(value)[0] ?? 'Unknown') : 'Unknown';

/**
 * Names a refusal of the network. `instructions` are those of the transaction, in order: they tell whose error it was
 * where the logs are missing or cut.
 */
export function decodeRefusal({
  err,
  logs = [],
  instructions = [],
}: {
  readonly err: unknown;
  readonly logs?: readonly string[] | null;
  readonly instructions?: readonly { readonly programId: string }[];
}): Refusal {
  const lines = logsIn(logs);
  const failed = isObject(err) ? err.InstructionError : undefined;
  if (!Array.isArray(failed)) return { program: 'runtime', code: null, ...runtimeRefusal(variantOf(err)) };

  const [index, error] = failed as [unknown, unknown];
  const address = refuserIn(lines) ?? (typeof index === 'number' ? instructions[index]?.programId : undefined);
  if (isObject(error) && typeof error.Custom === 'number') return customRefusal(address, error.Custom, lines);

  // The runtime stops a program that spends too much as it stops one that crashed; only the log tells them apart.
  const spent = lines.some((line) => line.includes('exceeded CUs meter'));
  const known = runtimeRefusal(spent ? 'ComputationalBudgetExceeded' : variantOf(error));
  const program = address === undefined ? 'runtime' : (OURS[address] ?? foreignName(address) ?? address);
  return { program, code: null, ...known };
}

/** The same, out of whatever was answered or thrown; null where it holds no refusal of the network. */
export function refusalIn(answer: unknown, instructions?: readonly { readonly programId: string }[]): Refusal | null {
  const failure: Failure | null = failureIn(answer);
  return failure === null ? null : decodeRefusal({ ...failure, ...(instructions && { instructions }) });
}
