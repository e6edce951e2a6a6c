// A thousand packages that nobody needs but the bench: kept out of the workspace, installed once where it is run.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MANIFEST = path.join(import.meta.dirname, 'package.json');
const FOLDER = path.resolve(import.meta.dirname, '../../node_modules/.cache/percosec-peers');

/** The folder in which the peers can be resolved. */
export function installPeers(): string {
  const manifest = path.join(FOLDER, 'package.json');
  // npm writes this one last.
  const isWhole = existsSync(path.join(FOLDER, 'node_modules/.package-lock.json'));
  if (isWhole && readFileSync(manifest, 'utf8') === readFileSync(MANIFEST, 'utf8')) return FOLDER;
  console.log('Installing the peers to be measured beside (two minutes the first time) …');
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(MANIFEST, manifest);
  const flags = ['--no-package-lock', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...flags], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The peers could not be installed: npm says why above.');
  return FOLDER;
}
