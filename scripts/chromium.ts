// A Chromium to test and to take pictures with: the one that is installed, or one that is installed now.
//   node scripts/with-node.mjs scripts/chromium.ts      installs one where there is none, and says which it is
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium as playwrights } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isThere = (file: string | undefined): file is string => {
  try {
    accessSync(file ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where it is; undefined where there is none. CHROMIUM names one of your own. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM,
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    playwrights.executablePath(),
  ];
  return candidates.find(isThere);
}

/** For every launch: no sandbox, for tests run as root in containers, and none of a browser's own talk with the world. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What playwright is told to launch. */
export function chromiumLaunchOptions(): { readonly executablePath: string; readonly args: string[] } {
  // Where it will be once it is installed: whoever launches without it gets the launcher's own words.
  return { executablePath: findChromium() ?? '/usr/bin/chromium', args: CHROMIUM_ARGUMENTS };
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/** Debian's own where that is possible, else playwright's. */
function install(): void {
  if (process.platform === 'linux' && process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    console.log('Installing Chromium from the system’s packages (a minute) …');
    run('apt-get', ['update', '-qq']);
    if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) return;
  }
  console.log('Installing Chromium with playwright …');
  run(process.execPath, [
    path.resolve(import.meta.dirname, '../node_modules/playwright/cli.js'),
    'install',
    'chromium',
  ]);
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  if (findChromium() === undefined) install();
  const found = findChromium();
  if (found === undefined) {
    console.error(
      'There is no Chromium, and none could be installed: install one, or name one in CHROMIUM=/path/to/it.',
    );
    process.exitCode = 1;
  } else console.log(`Chromium: ${found}`);
}
