// After the bytecode tests: which instruction met which error. A whole run fails where an error code of PROTOCOL.md was
// never provoked or an instruction never succeeded; a run of some files only doesn't, for it can't know.
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { COVERAGE_FOLDER, coverageTable, readCoverage } from '../support/coverage.ts';

const folder = path.resolve(import.meta.dirname, '..');

export default class CoverageReport implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const run = process.env[COVERAGE_FOLDER];
    if (run === undefined) return;
    const ran = new Set(modules.map((module) => module.moduleId));
    const all = globSync('**/*.test.ts', { cwd: folder }).map((file) => path.join(folder, file));
    const whole = all.every((file) => ran.has(file)) && this.#vitest?.config.testNamePattern === undefined;
    if (!whole) return;

    const coverage = readCoverage(run);
    const text = `What the bytecode tests provoked, by instruction\n\n${coverageTable(coverage)}\n`;
    console.log(`\n${text}`);
    const file = process.env.WRITE_COVERAGE;
    if (file) writeFileSync(file, text);
    for (const [what, names] of [
      ['never provoked', coverage.unprovoked],
      ['never succeeded', coverage.neverAccepted],
    ] as const) {
      if (names.length === 0) continue;
      console.error(`${what}: ${names.join(', ')}`);
      process.exitCode = 1;
    }
  }
}
