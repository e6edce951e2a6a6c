// npm run bench                  tables for people
// npm run bench -- --json        the same for machines
// npm run bench -- --write       docs/bench.md
// npm run bench -- --check       fails where a counted goal is missed, or where docs/bench.md has other counts; no times
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { perpDexParts } from './examples/part.ts';
import { throughputPart } from './localnet/throughput.ts';
import { programsPart } from './programs/part.ts';
import { markdown, type Part, text } from './report.ts';
import { bytesPart } from './sdk/bytes.ts';
import { callsPart } from './sdk/calls.ts';
import { decodePart } from './sdk/decode.ts';
import { browserParts } from './widgets/browser.ts';
import { widgetBytesPart } from './widgets/bytes.ts';
import { peersPart } from './widgets/peers.ts';

const PAGE = 'docs/bench.md';
const page = path.join(import.meta.dirname, '..', PAGE);
const TIMES = '\n---\n';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, check: { type: 'boolean' } },
});

const onPage = await browserParts();
const inPerpDex = await perpDexParts({ timed: !values.check });
/** Counts of a virtual machine, of requests and of bytes: the same in every run, so they are checked. */
const counted: readonly Part[] = [
  programsPart(),
  await callsPart(),
  await bytesPart(),
  await widgetBytesPart(),
  onPage.counted,
  inPerpDex.counted,
];
/** Speeds, of the machine they were measured on, and what takes two minutes to install: told, and never checked. */
const timed: readonly Part[] = values.check
  ? []
  : [await peersPart(), onPage.timed, ...inPerpDex.timed, decodePart(), await throughputPart()];

const counts = `# What it costs

Written by \`npm run bench -- --write\`: don't edit. Everything above the rule at the end is counted, the same on every machine and in
every run. Below it are other people’s packages, and times: of one run on one machine.

${counted.map(markdown).join('\n')}`;
const written = `${counts}${TIMES}\n${timed.map(markdown).join('\n')}`;
console.log(values.json ? JSON.stringify([...counted, ...timed], null, 2) : text([...counted, ...timed]));

if (values.write) {
  mkdirSync(path.dirname(page), { recursive: true });
  writeFileSync(page, written);
}
if (values.check) {
  const missed = counted.flatMap(({ goals }) => goals.filter(({ met }) => !met).map(({ what }) => what));
  const stale = !existsSync(page) || readFileSync(page, 'utf8').split(TIMES)[0] !== counts;
  if (missed.length > 0) console.error(`Missed: ${missed.join('; ')}.`);
  if (stale) console.error(`${PAGE} has other counts: "npm run bench -- --write" writes it anew.`);
  if (missed.length > 0 || stale) process.exitCode = 1;
}
