// Writes into the command line what the committed programs are, byte for byte, so that it can say whether a cluster runs
// them. With --check it only says whether the committed file is fresh.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IDLS, ROOT } from './idls.ts';

const target = path.join(ROOT, 'cli/src/artifacts.ts');
const artifacts = path.join(ROOT, 'programs/artifacts');

const sums = new Map(
  readFileSync(path.join(artifacts, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/).reverse() as [string, string]),
);

const rows = IDLS.map(({ address, metadata: { name } }) => {
  const sum = sums.get(`${name}.so`);
  if (sum === undefined) throw new Error(`SHA256SUMS has no ${name}.so`);
  const { size } = statSync(path.join(artifacts, `${name}.so`));
  return `  {
    name: '${name.replaceAll('_', ' ')}',
    address: '${address}',
    size: ${size},
    sha256: '${sum}',
  },\n`;
});

const text = `// Written by \`npm run programs:layouts\` from programs/artifacts. Do not edit.

/** The four programs: under which id, how many bytes, and those bytes' SHA-256. */
export const ARTIFACTS = [
${rows.join('')}] as const;
`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('cli/src/artifacts.ts is not what programs/artifacts say: run `npm run programs:layouts`.');
  process.exitCode = 1;
}
