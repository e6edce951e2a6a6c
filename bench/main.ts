// npm run bench                  tables for people
// npm run bench -- --json        the same for machines
// npm run bench -- --write       docs/bench.md
// npm run bench -- --check       fails where a goal is missed, or where docs/bench.md is not of these artifacts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from './goals.ts';
import { measure } from './measure.ts';
import { markdown, text } from './report.ts';

const PAGE = 'docs/bench.md';
const page = path.join(import.meta.dirname, '..', PAGE);

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, check: { type: 'boolean' } },
});

const results = measure();
const goals = judge(results);
const written = markdown(results, goals);
console.log(values.json ? JSON.stringify({ ...results, goals }, null, 2) : text(results, goals));

if (values.write) {
  mkdirSync(path.dirname(page), { recursive: true });
  writeFileSync(page, written);
}
if (values.check) {
  const missed = goals.filter(({ met }) => !met).map(({ what }) => what);
  const stale = !existsSync(page) || readFileSync(page, 'utf8') !== written;
  if (missed.length > 0) console.error(`Missed: ${missed.join('; ')}.`);
  if (stale) console.error(`${PAGE} is of other artifacts: "npm run bench -- --write" writes it anew.`);
  if (missed.length > 0 || stale) process.exitCode = 1;
}
