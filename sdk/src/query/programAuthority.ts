import { type Address, type AddressLike, address, addressFromBytes } from '../address.ts';
import { programDataAddress, UPGRADEABLE_LOADER_PROGRAM } from '../addresses.ts';
import type { PercosecClient } from '../client.ts';
import { bytesFromBase64 } from '../codec/base64.ts';
import { PercosecError } from '../error.ts';
import { type Later, nameOf, percosecQueryOptions } from './source.ts';

export interface ProgramAuthorityParameters {
  readonly program: Later;
}

export interface ProgramAuthority {
  /** Whether somebody can still change the program's code; null where that could not be found out. */
  readonly upgradeable: boolean | null;
  readonly authority: Address | null;
}

/** Loaders of programs that nobody can change. */
const FINAL_LOADERS = ['BPFLoader1111111111111111111111111111111111', 'BPFLoader2111111111111111111111111111111111'];
/** Program data: u32 3, the slot of the last change, an optional authority, then the code, which isn't read. */
const HEADER = 45;
const HOUR = 3_600_000;

const unknown: ProgramAuthority = { upgradeable: null, authority: null };

export const programAuthorityQueryKey = (
  client: Pick<PercosecClient, 'key'>,
  { program }: ProgramAuthorityParameters,
) => ['percosec', client.key, 'programAuthority', { program: nameOf(program) }] as const;

/** Whether a program can still be changed, and by whom: its word is money only as long as it stays as it is. */
export const programAuthorityQueryOptions = (client: PercosecClient, { program }: ProgramAuthorityParameters) =>
  percosecQueryOptions(
    programAuthorityQueryKey(client, { program }),
    program != null,
    ({ signal }) => readProgramAuthority(client, address(program as AddressLike), signal),
    // Not followed: it is a program's data account that changes, with all its code.
    HOUR,
  );

interface AccountSlice {
  readonly owner: string;
  readonly data: readonly [string, 'base64'];
}

async function readProgramAuthority(
  { rpc, commitment }: PercosecClient,
  program: Address,
  signal: AbortSignal,
): Promise<ProgramAuthority> {
  const options = { commitment, encoding: 'base64', dataSlice: { offset: 0, length: HEADER } };
  const { value } = await rpc.request<{ value: readonly (AccountSlice | null)[] }>(
    'getMultipleAccounts',
    [[program, await programDataAddress(program)], options],
    { signal },
  );
  const [account, programData] = value;
  if (!account) return unknown;
  if (FINAL_LOADERS.includes(account.owner)) return { upgradeable: false, authority: null };
  if (account.owner !== UPGRADEABLE_LOADER_PROGRAM || programData?.owner !== UPGRADEABLE_LOADER_PROGRAM) return unknown;
  const bytes = bytesFromBase64(programData.data);
  if (bytes.length < HEADER || bytes[0] !== 3)
    throw new PercosecError('RpcMalformed', `The data of program ${program} is not a program's. Try another RPC.`, {
      program,
    });
  return bytes[12] === 1
    ? { upgradeable: true, authority: addressFromBytes(bytes.slice(13, HEADER)) }
    : { upgradeable: false, authority: null };
}
