// One chain a state file: two that write the same would each undo what the other did.
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../is-alive.ts';

/** Those of this process. Its number alone says little: in a container it is the same after every start. */
const held = new Set<string>();

// Whoever ends in the middle of a start gives back what it holds, too.
process.on('exit', () => {
  for (const lock of held) rmSync(lock, { force: true });
});

/** The process that holds it; null where it is gone, killed in the middle of its work perhaps. */
function holder(lock: string): number | null {
  if (held.has(lock)) return process.pid;
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
}

/** Takes the file for this process, or says who has it; the answer gives it back. */
export function lockState(file: string): () => void {
  const lock = `${existsSync(file) ? realpathSync(file) : path.resolve(file)}.lock`;
  const other = holder(lock);
  if (other !== null)
    throw new Error(
      `The state file ${file} is kept by another localnet, the process ${other} (says ${lock}): stop it, or name another.`,
    );
  try {
    rmSync(lock, { force: true });
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' });
  } catch (cause) {
    throw new Error(`The state file ${file} can't be written: ${(cause as Error).message}`, { cause });
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}
