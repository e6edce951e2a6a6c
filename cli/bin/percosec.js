#!/usr/bin/env node
import { existsSync } from 'node:fs';

const sources = new URL('../src/percosec.ts', import.meta.url);
if (existsSync(sources)) {
  // In the repository, whatever was built there once: the sources, by a Node that is new enough.
  process.argv.splice(2, 0, 'cli/src/percosec.ts');
  await import('../../scripts/with-node.mjs');
} else await import('../dist/percosec.mjs');
