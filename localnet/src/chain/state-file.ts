// A chain in a file. One line says what it is, its version and the checksum of the rest; the rest is compressed JSON.
// Written beside the old one and put in its place in one step, so that a crash leaves the old or the new, never half.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Chain, type ChainSnapshot } from './chain.ts';

const NAME = 'percosec-localnet-state';
const VERSION = 1;
const NEWLINE = 10;

/** A file that is not a whole state of this version; nothing was read from it. */
export class StateFileRefused extends Error {
  constructor(file: string, why: string) {
    super(`The state file ${file} ${why}: remove it, or name another.`);
  }
}

const BIGINT = '$bigint';
const BYTES = '$bytes';

function encode(snapshot: ChainSnapshot): Buffer {
  const text = JSON.stringify(snapshot, (_, value: unknown) => {
    if (typeof value === 'bigint') return { [BIGINT]: value.toString() };
    if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') };
    return value;
  });
  // The header of gzip holds no time here, so equal states are equal files.
  return gzipSync(text);
}

function decode(bytes: Uint8Array): ChainSnapshot {
  return JSON.parse(gunzipSync(bytes).toString(), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (BIGINT in value) return BigInt(value[BIGINT] as string);
    if (BYTES in value) return Uint8Array.from(Buffer.from(value[BYTES] as string, 'base64'));
    return value;
  });
}

const checksum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export function writeState(file: string, chain: Chain): void {
  try {
    writeWhole(file, chain);
  } catch (cause) {
    throw new Error(`The state file ${file} can't be written: ${(cause as Error).message}`, { cause });
  }
}

function writeWhole(file: string, chain: Chain): void {
  const body = encode(chain.snapshot());
  const header = Buffer.from(`${NAME} ${VERSION} ${checksum(body)}\n`);
  // A link stays one, and what it leads to is written.
  const target = existsSync(file) ? realpathSync(file) : path.resolve(file);
  const beside = `${target}.writing`;
  try {
    // What a crash left there is of no use; and only a new file is certain not to be a link to somewhere else.
    rmSync(beside, { force: true });
    const descriptor = openSync(beside, 'wx');
    try {
      // Not writeSync, which is content with half of it on a full disk.
      writeFileSync(descriptor, Buffer.concat([header, body]));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  // The new name is only safe once its folder is on the disk, too.
  const folder = openSync(path.dirname(target), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Null where there is no file yet. */
export function readState(file: string): Chain | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const end = bytes.indexOf(NEWLINE);
  const [name, version, sum] = bytes.subarray(0, Math.max(0, end)).toString().split(' ');
  if (name !== NAME) throw new StateFileRefused(file, 'is not the state of a localnet');
  if (version !== String(VERSION))
    throw new StateFileRefused(file, `has version ${version}, and this localnet reads version ${VERSION}`);
  const body = bytes.subarray(end + 1);
  if (checksum(body) !== sum) throw new StateFileRefused(file, 'is damaged (its checksum is wrong)');
  return Chain.restore(decode(body));
}
