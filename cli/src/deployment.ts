// What a cluster runs under a program's id, and who could change it.
import { type Address, addressFromBytes, type Rpc, readAccounts } from '@percosec/sdk';

/** Programs that nobody can change once they are there. */
const FINAL_LOADERS = new Set([
  'BPFLoader1111111111111111111111111111111111',
  'BPFLoader2111111111111111111111111111111111',
]);
const UPGRADEABLE_LOADER = 'BPFLoaderUpgradeab1e11111111111111111111111';
const PROGRAM_TAG = 2;
const DATA_TAG = 3;
const DATA_HEADER = 45;

export type Deployment =
  | { readonly status: 'missing' }
  /** Something else than a program. */
  | { readonly status: 'not-executable'; readonly owner: Address }
  /** By a loader that this does not know: nothing is said of who could change it. */
  | { readonly status: 'deployed'; readonly upgradeable: null; readonly authority: null; readonly code: null }
  | {
      readonly status: 'deployed';
      readonly upgradeable: boolean;
      readonly authority: Address | null;
      /** May end in zeros: the room left for a larger one. */
      readonly code: Uint8Array;
    };

export async function readDeployment(rpc: Rpc, program: Address): Promise<Deployment> {
  const [read] = await readAccounts(rpc, [program]);
  const account = read?.account ?? null;
  if (account === null) return { status: 'missing' };
  if (!account.executable) return { status: 'not-executable', owner: account.owner };
  if (FINAL_LOADERS.has(account.owner)) {
    return { status: 'deployed', upgradeable: false, authority: null, code: account.data };
  }
  const data = new DataView(account.data.buffer, account.data.byteOffset, account.data.byteLength);
  if (account.owner !== UPGRADEABLE_LOADER || data.byteLength !== 36 || data.getUint32(0, true) !== PROGRAM_TAG) {
    return { status: 'deployed', upgradeable: null, authority: null, code: null };
  }
  const [held] = await readAccounts(rpc, [addressFromBytes(account.data.subarray(4, 36))]);
  return held?.account ? fromData(held.account.data) : { status: 'missing' };
}

/** Tag, slot, whether there is an authority, the authority, then the code. */
function fromData(bytes: Uint8Array): Deployment {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < DATA_HEADER || data.getUint32(0, true) !== DATA_TAG) return { status: 'missing' };
  const upgradeable = bytes[12] === 1;
  const authority = upgradeable ? addressFromBytes(bytes.subarray(13, DATA_HEADER)) : null;
  return { status: 'deployed', upgradeable, authority, code: bytes.subarray(DATA_HEADER) };
}

/** Whether the code is these bytes and nothing but zeros after them. */
export async function isCode(code: Uint8Array, { size, sha256 }: { readonly size: number; readonly sha256: string }) {
  if (code.length < size || code.subarray(size).some((byte) => byte !== 0)) return false;
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(code.subarray(0, size)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
