// `npm start` as a person does it, in a process group as a terminal gives it: is it up in time, does it answer, what does
// a second one say, does Ctrl-C end all of it? Options are handed on. Only Node's own modules, and nothing newer than
// Node 18: it may run before anything is installed.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SCRIPT = ['scripts/with-node.mjs', 'localnet/src/main.ts'];
/** Once everything is installed. */
const READY_WITHIN = 15_000;
const GIVE_UP_AFTER = 180_000;
const STOPPED_WITHIN = 5_000;
const HEADER_BYTES = 136;

const options = process.argv.slice(2);
const launched = [];

function launch(command, args) {
  const child = spawn(command, args, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const run = { name: [command, ...args].join(' '), started: performance.now(), printed: '', how: null, signal };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      run.printed += text;
    });
  }
  child.on('close', (code, by) => {
    run.how = by ?? `exit code ${code}`;
  });
  /** To the whole group, as Ctrl-C does; false where nobody is left in it. */
  function signal(which) {
    try {
      return process.kill(-child.pid, which);
    } catch {
      return false;
    }
  }
  launched.push(run);
  return run;
}

class Failure extends Error {}

const since = (moment) => ((performance.now() - moment) / 1000).toFixed(1);

async function until(condition, milliseconds, complaint) {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(50)) {
    const value = await condition();
    if (value) return value;
  }
  throw new Failure(`${complaint} within ${milliseconds / 1000} s`);
}

function urlsOf({ printed }) {
  const [, rpc] = /\bRPC\s+(http:\S+)/.exec(printed) ?? [];
  const [, socket] = /\bWebSocket\s+(ws:\S+)/.exec(printed) ?? [];
  return rpc && socket && printed.includes('Ctrl-C') ? { rpc, socket } : null;
}

const isUp = (run) =>
  until(
    () => {
      if (run.how !== null) throw new Failure(`ended by itself, with ${run.how}, after ${since(run.started)} s`);
      return urlsOf(run);
    },
    GIVE_UP_AFTER,
    'printed no URLs',
  );

async function call(url, method, params = []) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await response.json();
  if (error !== undefined) throw new Failure(`${method} was answered: ${error.message}`);
  return result;
}

async function checkMarkets({ printed }, rpc) {
  const { markets, programs, wallets } = await call(rpc, 'percosec_scenario');
  const read = async (address) => (await call(rpc, 'getAccountInfo', [address, { encoding: 'base64' }])).value;
  if (markets.length === 0) throw new Failure('the scenario has no markets');
  for (const { symbol, market, pool } of markets) {
    if (!printed.includes(symbol) || !printed.includes(market)) throw new Failure(`${symbol} was not printed`);
    const [header, insurance] = await Promise.all([read(market), read(pool)]);
    const bytes = Buffer.from(header?.data[0] ?? '', 'base64').length;
    if (bytes < HEADER_BYTES) throw new Failure(`${symbol}'s account has ${bytes} bytes, too few for a header`);
    if (header.owner !== programs.perp) throw new Failure(`${symbol}'s account belongs to ${header.owner}`);
    if (insurance?.owner !== programs.insurancePool)
      throw new Failure(`${symbol}'s pool belongs to ${insurance?.owner}`);
  }
  const { value: lamports } = await call(rpc, 'getBalance', [wallets.demo]);
  if (!(lamports > 0)) throw new Failure(`the demo wallet has ${lamports} lamports`);
  return markets.length;
}

/** One sentence that names the port, and an exit code that says failure. */
async function checkTakenPort({ rpc }) {
  const { port } = new URL(rpc);
  const second = launch('node', [...SCRIPT, '--rpc-port', port]);
  await until(() => second.how, GIVE_UP_AFTER, 'a second one on the same port did not end');
  const sentence = second.printed.trim();
  if (second.how !== 'exit code 1' || sentence.includes('\n') || !sentence.includes(port))
    throw new Failure(`a second one on port ${port} ended with ${second.how} and said: ${sentence}`);
}

function isTaken(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

async function checkCtrlC(run, urls, cleanly) {
  const asked = performance.now();
  run.signal('SIGINT');
  await until(() => run.how, STOPPED_WITHIN, 'did not end after Ctrl-C');
  if (!cleanly.includes(run.how)) throw new Failure(`ended with ${run.how} after Ctrl-C`);
  if (!run.printed.trim().endsWith('The chain has stopped.')) throw new Failure('did not say that it had stopped');
  for (const url of Object.values(urls)) if (await isTaken(url)) throw new Failure(`still listens at ${url}`);
  await until(() => !run.signal(0), 1_000, 'left a process behind that did not end');
  return since(asked);
}

async function main() {
  const npm = launch('npm', ['start', ...(options.length > 0 ? ['--', ...options] : [])]);
  const urls = await isUp(npm);
  const health = await call(urls.rpc, 'getHealth');
  if (health !== 'ok') throw new Failure(`getHealth was answered: ${health}`);
  const took = performance.now() - npm.started;
  const installing = npm.printed.includes('Installing packages');
  if (!installing && took > READY_WITHIN)
    throw new Failure(`needed ${(took / 1000).toFixed(1)} s, more than ${READY_WITHIN / 1000}`);
  const markets = await checkMarkets(npm, urls.rpc);
  await checkTakenPort(urls);
  // npm runs scripts in a shell, which gets Ctrl-C, too: dash then dies of it, and npm with it, silently.
  const stopped = await checkCtrlC(npm, urls, ['exit code 0', 'exit code 130', 'SIGINT']);

  const direct = launch('node', [...SCRIPT, ...options]);
  await checkCtrlC(direct, await isUp(direct), ['exit code 0']);
  const early = launch('node', [...SCRIPT, ...options]);
  await until(() => early.printed.includes('being told'), GIVE_UP_AFTER, 'did not say what it begins with');
  await checkCtrlC(early, urls, ['exit code 0']);

  const including = installing ? ' with the installation of packages' : '';
  console.log(
    `npm start: ready in ${(took / 1000).toFixed(1)} s${including}, ${markets} markets; ended ${stopped} s after Ctrl-C, nothing left.`,
  );
}

try {
  await main();
} catch (error) {
  for (const run of launched) run.signal('SIGKILL');
  const { name, printed } = launched.at(-1);
  console.error(`${name}: ${error instanceof Error ? error.message : error}`);
  if (printed.trim() !== '') console.error(`It printed:\n${printed}`);
  process.exit(1);
}
