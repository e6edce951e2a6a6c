// `npm start` as a person does it, in a terminal of its own: is it up in time, does it answer, does Ctrl-C end all of it?
// Only Node's own modules, and nothing newer than Node 18: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Without the installation of packages, which is not what is measured: let `npm test` or `npm install` go before. */
const READY_WITHIN = 15_000;
const GIVE_UP_AFTER = 180_000;
const STOPPED_WITHIN = 5_000;
const HEADER_BYTES = 136;

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
// A group of its own, as a shell gives it: Ctrl-C reaches every process in it at once.
const npm = spawn('npm', ['start', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])], {
  cwd: ROOT,
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
});
let printed = '';
for (const stream of [npm.stdout, npm.stderr]) {
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    printed += text;
  });
}
const ended = new Promise((resolve) => npm.on('close', (code, signal) => resolve({ code, signal })));

function killGroup(signal) {
  try {
    process.kill(-npm.pid, signal);
    return true;
  } catch {
    return false;
  }
}

function fail(sentence) {
  killGroup('SIGKILL');
  console.error(`npm start: ${sentence}`);
  if (printed.trim() !== '') console.error(`It printed:\n${printed}`);
  process.exit(1);
}

async function until(condition, milliseconds, sentence) {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(50)) {
    const value = await condition();
    if (value) return value;
  }
  return fail(`${sentence} within ${milliseconds / 1000} s`);
}

async function call(url, method, params = []) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await response.json();
  if (error !== undefined) throw new Error(`${method}: ${error.message}`);
  return result;
}

const isTaken = (url) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const isMissing = (name) => !new RegExp(`\\b${name}\\b`).test(printed);

try {
  let over = null;
  ended.then((how) => {
    over = how;
  });
  const urls = await until(
    () => {
      if (over !== null) fail(`ended by itself, with ${over.signal ?? `exit code ${over.code}`}, after ${seconds()} s`);
      const [, rpc] = /\bRPC\s+(http:\S+)/.exec(printed) ?? [];
      const [, socket] = /\bWebSocket\s+(ws:\S+)/.exec(printed) ?? [];
      return rpc && socket && /Ctrl-C/.test(printed) && { rpc, socket };
    },
    GIVE_UP_AFTER,
    'printed no URLs',
  );
  const health = await call(urls.rpc, 'getHealth');
  if (health !== 'ok') fail(`getHealth said ${JSON.stringify(health)}`);
  const took = performance.now() - started;
  const installed = printed.includes('Installing packages');
  if (!installed && took > READY_WITHIN) fail(`took ${(took / 1000).toFixed(1)} s, more than ${READY_WITHIN / 1000}`);

  const { markets, wallets, programs } = await call(urls.rpc, 'percosec_scenario');
  if (markets.length === 0) fail('the scenario has no markets');
  for (const { symbol, market, pool } of markets) {
    if (isMissing(symbol) || isMissing(market)) fail(`did not print ${symbol} and its address`);
    const read = async (address) => (await call(urls.rpc, 'getAccountInfo', [address, { encoding: 'base64' }])).value;
    const [header, insurance] = await Promise.all([read(market), read(pool)]);
    const bytes = header === null ? 0 : Buffer.from(header.data[0], 'base64').length;
    if (bytes < HEADER_BYTES) fail(`${symbol}'s account has ${bytes} bytes, fewer than its header`);
    if (header.owner !== programs.perp) fail(`${symbol}'s account belongs to ${header.owner}`);
    if (insurance?.owner !== programs.insurancePool) fail(`${symbol}'s pool belongs to ${insurance?.owner}`);
  }
  const { value: lamports } = await call(urls.rpc, 'getBalance', [wallets.demo]);
  if (!(lamports > 0)) fail(`the demo wallet has ${lamports} lamports`);

  const asked = performance.now();
  killGroup('SIGINT');
  const how = await until(() => over, STOPPED_WITHIN, 'did not end after Ctrl-C');
  if (how.code !== 0) fail(`ended with ${how.signal ?? `exit code ${how.code}`} after Ctrl-C`);
  for (const url of Object.values(urls)) if (await isTaken(url)) fail(`still listens at ${url} after Ctrl-C`);
  await until(() => !killGroup(0), 1_000, 'left a process behind that did not end');
  const stopped = ((performance.now() - asked) / 1000).toFixed(1);
  console.log(
    `npm start: up in ${(took / 1000).toFixed(1)} s${installed ? ' with the installation' : ''}, ${markets.length} markets, ended ${stopped} s after Ctrl-C with nothing left.`,
  );
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
