// Before the bytecode tests: the artifacts are there, and the processes of this run share one folder for coverage.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../support/artifacts.ts';
import { COVERAGE_FOLDER } from '../support/coverage.ts';

export function setup(): void {
  process.env[COVERAGE_FOLDER] = mkdtempSync(path.join(tmpdir(), 'percosec-coverage-'));
}
