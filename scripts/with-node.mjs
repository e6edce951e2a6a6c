// Runs a script of this repository on a fresh clone: installs what is missing, finds a Node that is new enough, goes on
// with it. Only Node's own modules here, and nothing newer than Node 18: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [22, 18];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.installed');

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** What is to be installed, as a word: another command in package.json installs nothing anew. */
function wanted() {
  const read = (file) => readFileSync(path.join(root, file), 'utf8');
  const { scripts, ...rest } = JSON.parse(read('package.json'));
  return createHash('sha256').update(JSON.stringify(rest)).update(read('package-lock.json')).digest('hex');
}

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return error.code === 'EPERM';
  }
}

/** Two that install at once would each undo what the other does: the second waits for the first. The answer ends the turn. */
function takeTurn() {
  const turn = path.join(modules, '.installing');
  const clock = new Int32Array(new SharedArrayBuffer(4));
  mkdirSync(modules, { recursive: true });
  for (let waits = 0; ; waits++) {
    try {
      writeFileSync(turn, `${process.pid}\n`, { flag: 'wx' });
      const end = () => rmSync(turn, { force: true });
      process.once('exit', end);
      return () => {
        process.off('exit', end);
        end();
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(turn) ? Number(readFileSync(turn, 'utf8')) : 0;
    // Empty for a moment while it is written.
    if (holder > 0 && !isAlive(holder)) rmSync(turn, { force: true });
    else if (waits === 0) console.log('Another command installs the packages: waiting for it …');
    Atomics.wait(clock, 0, 0, 200);
  }
}

/** Says whether it did; `npm install`, not `npm ci`: a registry may lack other platforms' optional binaries, which `npm ci` takes for an error. */
function install() {
  if (isInstalled()) return false;
  const endTurn = takeTurn();
  const isMine = !isInstalled();
  if (isMine) {
    console.log('Installing packages (half a minute the first time) …');
    const npm = process.env.npm_execpath;
    const [command, start] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const { status, error } = spawnSync(command, [...start, 'install', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    if (error?.code === 'ENOENT') stop('npm was not found: install Node with npm, then try again.');
    if (status !== 0)
      stop('The packages could not be installed (npm says why above): check the network and try again.');
    writeFileSync(stamp, wanted());
  }
  endTurn();
  return isMine;
}

function isNewEnough(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const installed = path.join(modules, '.bin', 'node');
  const answer = existsSync(installed) && spawnSync(installed, ['--version'], { encoding: 'utf8' });
  if (answer && answer.status === 0 && isNewEnough(answer.stdout.trim())) return installed;
  return stop(
    `This needs Node ${OLDEST_NODE.join('.')} or newer and runs on ${process.version}: install a newer Node.`,
  );
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) stop('usage: node scripts/with-node.mjs <script> [arguments]');
const hasInstalled = install();
const node = findNode();
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', '--conditions=percosec-source', path.join(root, script), ...args],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
      // When the command began, for a script that says how long it took, and whether that includes an installation.
      PERCOSEC_BEGAN: `${Date.now() - performance.now()}`,
      PERCOSEC_INSTALLED: hasInstalled ? 'yes' : '',
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
if (process.env.npm_lifecycle_event !== undefined) {
  // npm passes on Ctrl-C but not every end: where it is gone, nobody is left who could end what it began.
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500).unref();
}
