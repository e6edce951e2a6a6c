// The built programs, their IDLs and their sums, as they are committed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './compile.mjs';

export const PROGRAMS = ['insurance_pool', 'risk_engine', 'premium_manager', 'insolvency_handler'];
export const ARTIFACTS = 'programs/artifacts';
export const SUMS = 'SHA256SUMS';

export const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Writes only what differs, so that nothing downstream takes an equal file for a new one. */
export function write(path, bytes) {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return true;
}

/** Every artifact below `root` but the sums themselves, sorted. */
export function list(root = ROOT) {
  const directory = join(root, ARTIFACTS);
  return readdirSync(directory, { recursive: true })
    .filter((file) => /\.(so|json)$/.test(file))
    .sort();
}

export function writeSums() {
  const directory = join(ROOT, ARTIFACTS);
  const lines = list().map((file) => `${sum(readFileSync(join(directory, file)))}  ${file}\n`);
  write(join(directory, SUMS), Buffer.from(lines.join('')));
}
