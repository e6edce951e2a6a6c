// A folder for what Vite has put together, for one server at a time: two that run at once have one each, and the next
// start finds what the last has left.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive } from '../../localnet/src/is-alive.ts';

export interface Cache {
  readonly folder: string;
  /** Nothing is in it yet. */
  readonly isNew: boolean;
  giveBack(): void;
}

function lock(file: string): boolean {
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
      // Whoever had it was killed.
      rmSync(file, { force: true });
    }
  }
}

/** The first in `folder` that nobody has; where nobody may write, as in somebody else's checkout, one that is gone afterwards. */
export function takeCache(folder: string): Cache {
  try {
    return takeFrom(folder);
  } catch {
    // A name that nobody foresees: what is in it runs in the page.
    const own = mkdtempSync(path.join(tmpdir(), 'percosec-page-'));
    return { folder: own, isNew: true, giveBack: () => rmSync(own, { recursive: true, force: true }) };
  }
}

function takeFrom(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number++) {
    const own = path.join(folder, `${number}`);
    const key = `${own}.lock`;
    if (lock(key)) return { folder: own, isNew: !existsSync(own), giveBack: () => rmSync(key, { force: true }) };
  }
}
