// Builds what the programs are measured against, with the programs' own toolchain, and writes the sums.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CRATES = { 'anchor-1-twin': 'anchor_1_twin', floor: 'floor' };
const root = join(import.meta.dirname, '..');
const artifacts = join(import.meta.dirname, 'artifacts');

for (const [crate, artifact] of Object.entries(CRATES)) {
  const options = ['--locked', '--crate', `bench/${crate}`, '--out', `bench/artifacts/${artifact}.so`];
  const { status } = spawnSync(process.execPath, ['programs/toolchain/build.mjs', ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

const sums = Object.values(CRATES).map((artifact) => {
  const sum = createHash('sha256')
    .update(readFileSync(join(artifacts, `${artifact}.so`)))
    .digest('hex');
  return `${sum}  ${artifact}.so\n`;
});
writeFileSync(join(artifacts, 'SHA256SUMS'), sums.join(''));
