#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/percosec.mjs', import.meta.url);
if (existsSync(built)) await import(built);
else {
  // In the repository, where nothing needs to be built: the sources, by a Node that is new enough.
  process.argv.splice(2, 0, 'cli/src/percosec.ts');
  await import('../../scripts/with-node.mjs');
}
