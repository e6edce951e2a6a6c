// Running other programs: what they say goes where ours goes; a failure is an error that names the command.
import { execFileSync, spawn, spawnSync } from 'node:child_process';

export class CommandFailed extends Error {}

const failure = (command, args, result) => new CommandFailed(`${[command, ...args].join(' ')}: ${result}`);

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error || status !== 0) throw failure(command, args, error?.message ?? `exit ${status}`);
}

/** What a command prints. */
export function read(command, args, options = {}) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** What a command prints, while others run. */
export function readLater(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => reject(failure(command, args, error.message)));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString());
      else reject(failure(command, args, `exit ${code}`));
    });
  });
}
