// Runs a command in a process group of its own, as a terminal does, and ends the whole group once nobody holds the other
// end of its standard input: then whoever started it has asked for that, or has died, however it did.
//   node leash.mjs <command> [arguments]        0: ended as Ctrl-C ends it; 1: something had to be killed; else what it ended with
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 15_000;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
let ending = false;

/** False where nobody is left in the group. */
function signal(which) {
  try {
    return process.kill(-child.pid, which);
  } catch {
    return false;
  }
}

async function end() {
  if (ending) return;
  ending = true;
  signal('SIGINT');
  for (const last = performance.now() + PATIENCE; performance.now() < last; await pause(50))
    if (!signal(0)) process.exit(0);
  signal('SIGKILL');
  console.error(
    `${command} ${args.join(' ')} left processes behind ${PATIENCE / 1000} s after Ctrl-C; they were killed.`,
  );
  process.exit(1);
}

child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, by) => {
  if (ending) return;
  // By itself; what it started doesn't outlive it.
  signal('SIGKILL');
  process.exit(code ?? (by ? 1 : 0));
});
process.stdin.on('close', end).resume();
for (const which of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(which, end);
