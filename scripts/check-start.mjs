// `npm start` as a person does it, in a process group as a terminal gives it: is it up in time, does the chain answer and
// the page load, does a part that is killed come back, what is said where a port is taken, and does every way to end it
// leave nothing behind? Options are handed on. Only Node's own modules, and nothing newer than Node 18: it may run before
// anything is installed. On Linux it also looks for processes that are left.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Once everything is installed. */
const READY_WITHIN = 20_000;
const GIVE_UP_AFTER = 180_000;
const STOPPED_WITHIN = 10_000;
const BACK_WITHIN = 60_000;
const HEADER_BYTES = 136;
const USUAL_PAGE_PORT = '5173';

const CHAIN = 'localnet/src/main.ts';
const PAGE = 'scripts/start/page.ts';
const SUPERVISOR = 'scripts/start/main.ts';

const options = process.argv.slice(2);
const launched = [];

/** `npm start`, with what it prints, how it ended and who runs under it. */
function launch(args) {
  const mark = randomBytes(8).toString('hex');
  const words = ['start', ...(args.length > 0 ? ['--', ...args] : [])];
  const child = spawn('npm', words, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PERCOSEC_CHECK: mark },
  });
  const run = {
    name: ['npm', ...words].join(' '),
    pid: child.pid,
    mark,
    started: performance.now(),
    printed: '',
    errors: '',
    how: null,
    /** To the whole group, as Ctrl-C and a closing terminal do it. */
    signal(which) {
      try {
        process.kill(-child.pid, which);
      } catch {
        // Nobody is left in it.
      }
    },
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      run.printed += text;
      if (stream === child.stderr) run.errors += text;
    });
  }
  // Once nobody holds its output any more: npm itself may go before the rest.
  child.on('close', (code, by) => {
    run.how = by ?? `exit code ${code}`;
  });
  launched.push(run);
  return run;
}

/** Who has begun in this run and is still there; without Linux's /proc nobody is seen. */
function processesOf({ mark }) {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PERCOSEC_CHECK=${mark}`)) return [];
        return [
          { pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim() },
        ];
      } catch {
        return [];
      }
    });
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
  const after = (label) => new RegExp(`\\b${label}\\s+(\\w+://\\S+)`).exec(printed)?.[1];
  const urls = { page: after('Perp DEX'), rpc: after('RPC'), socket: after('WebSocket') };
  return urls.rpc && urls.socket && printed.includes('Ctrl-C') ? urls : null;
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

/** The page and, as a browser would, every module that it needs at once. */
async function checkPage(url) {
  const read = async (address) => {
    const response = await fetch(new URL(address, url), { headers: { accept: '*/*' } });
    const text = await response.text();
    if (!response.ok) throw new Failure(`the page's ${address} was answered with HTTP ${response.status}: ${text}`);
    return { type: response.headers.get('content-type') ?? '', text };
  };
  const { type, text: html } = await read('/');
  const [, entry] = /<script type="module" src="(\/src\/[^"]+)"/.exec(html) ?? [];
  if (!type.includes('text/html') || entry === undefined) throw new Failure(`${url} is no page with an entry: ${html}`);
  const known = new Set([entry]);
  for (const address of known) {
    const { type, text } = await read(address);
    if (!type.includes('javascript')) throw new Failure(`the page's module ${address} is ${type}`);
    for (const [, next] of text.matchAll(/^import\s[^"']*["'](\/[^"']+)["']/gm)) known.add(next);
  }
  if (known.size < 3) throw new Failure(`the page's entry ${entry} imports nothing`);
  return known.size;
}

/** A part that is killed is named, comes back where it was, and the other one doesn't mind. */
async function checkDeath(run, script, name, answers) {
  const [victim] = processesOf(run).filter(({ command }) => command.includes(script));
  if (victim === undefined) throw new Failure(`no process runs ${script}`);
  process.kill(victim.pid, 'SIGKILL');
  const killed = performance.now();
  await until(() => run.printed.includes(`${name} died (SIGKILL)`), BACK_WITHIN, `did not say that ${name} died`);
  await until(() => run.printed.includes(`${name} runs again`), BACK_WITHIN, `did not bring back ${name}`);
  await answers();
  return since(killed);
}

/** One that can't start ends with a sentence. */
async function checkRefusal(args, code, words) {
  const run = launch(args);
  await until(() => run.how, GIVE_UP_AFTER, 'did not end');
  const sentence = run.errors
    .trim()
    .split('\n')
    .filter((line) => !/^npm (warn|error)/i.test(line))
    .join('\n');
  if (run.how !== `exit code ${code}` || sentence.includes('\n') || !sentence.includes(words))
    throw new Failure(`ended with ${run.how} and said: ${sentence}`);
  await checkNothingIsLeft(run, {});
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

async function checkNothingIsLeft(run, urls) {
  await until(
    () => processesOf(run).length === 0,
    STOPPED_WITHIN,
    `left ${JSON.stringify(processesOf(run).map(({ command }) => command))} behind, which did not end`,
  );
  for (const url of Object.values(urls)) if (url && (await isTaken(url))) throw new Failure(`still listens at ${url}`);
}

/** Ends it as `how` does. Orderly: all of it had the time to, and said so. */
async function checkEnd(run, urls, how, orderly = true) {
  const asked = performance.now();
  how();
  await until(() => run.how, STOPPED_WITHIN, 'did not end');
  await checkNothingIsLeft(run, urls);
  if (orderly && !run.printed.trim().endsWith('Everything has stopped.'))
    throw new Failure('did not say that it had stopped');
  return since(asked);
}

async function endedBy(args, how, orderly) {
  const run = launch(args);
  const urls = await isUp(run);
  return checkEnd(run, urls, () => how(run), orderly);
}

const pidOf = (run, script) => processesOf(run).find(({ command }) => command.includes(script))?.pid;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function main() {
  const npm = launch(options);
  const urls = await isUp(npm);
  const health = await call(urls.rpc, 'getHealth');
  if (health !== 'ok') throw new Failure(`getHealth was answered: ${health}`);
  const took = performance.now() - npm.started;
  const modules = await checkPage(urls.page);
  const loaded = since(npm.started);
  const installing = npm.printed.includes('Installing packages');
  const markets = await checkMarkets(npm, urls.rpc);
  const including = installing ? ', with the installation of packages' : '';
  console.log(
    `Ready in ${(took / 1000).toFixed(1)} s${including}, ${markets} markets; the page's ${modules} modules ${loaded} s after the command.`,
  );

  const free = ['--rpc-port', '0', '--page-port', '0'];
  await checkRefusal([...free, '--rpc-port', new URL(urls.rpc).port], 1, new URL(urls.rpc).port);
  await checkRefusal([...free, '--page-port', new URL(urls.page).port], 1, new URL(urls.page).port);
  await checkRefusal(['--rpc', 'nonsense'], 2, '"nonsense"');
  if (new URL(urls.page).port === USUAL_PAGE_PORT) {
    const second = launch(['--rpc-port', '0']);
    const beside = await isUp(second);
    if (!second.printed.includes(`Port ${USUAL_PAGE_PORT} is taken`))
      throw new Failure('did not say which port is taken');
    await checkPage(beside.page);
    await checkEnd(second, beside, () => second.signal('SIGINT'));
  }
  console.log('Taken ports and nonsense are told in a sentence.');

  if (processesOf(npm).length > 0) {
    const answers = async () => {
      await until(() => call(urls.rpc, 'getHealth').catch(() => null), BACK_WITHIN, 'the chain did not answer again');
      await checkPage(urls.page);
    };
    const chain = await checkDeath(npm, CHAIN, 'The chain', answers);
    const page = await checkDeath(npm, PAGE, 'The perp DEX', answers);
    console.log(`A killed chain is back after ${chain} s, a killed page after ${page} s.`);
  }
  const stopped = await checkEnd(npm, urls, () => npm.signal('SIGINT'));
  console.log(`Ended ${stopped} s after Ctrl-C, nothing left.`);

  const elsewhere = launch(['--rpc', `http://127.0.0.1:${await freePort()}`, '--page-port', '0']);
  const { page } = await isUp(elsewhere);
  await checkPage(page);
  if (!elsewhere.printed.includes("can't be reached")) throw new Failure('did not say that nobody is at --rpc');
  await checkEnd(elsewhere, { page }, () => elsewhere.signal('SIGINT'));

  const bare = ['--chain-only', '--rpc-port', '0'];
  const early = launch(bare);
  await until(() => early.printed.includes('being told'), GIVE_UP_AFTER, 'did not say what it begins with');
  if (pidOf(early, PAGE) !== undefined) throw new Failure('brought up a page that was not asked for');
  await checkEnd(early, {}, () => early.signal('SIGINT'));

  // As a script, a service manager or a closing terminal ends it.
  const empty = [...bare, '--empty'];
  await endedBy(empty, ({ pid }) => process.kill(pid, 'SIGINT'));
  await endedBy(empty, ({ signal }) => signal('SIGTERM'));
  await endedBy(empty, ({ signal }) => signal('SIGHUP'));
  await endedBy(free, ({ pid }) => process.kill(pid, 'SIGTERM'));
  await endedBy(empty, ({ pid }) => process.kill(pid, 'SIGKILL'));
  if (existsSync('/proc/self/environ')) {
    await endedBy(free, (run) => process.kill(pidOf(run, `/${SUPERVISOR}`), 'SIGKILL'), false);

    // A part that hangs: the second Ctrl-C does not wait for it.
    const hung = launch(empty);
    const where = await isUp(hung);
    process.kill(pidOf(hung, CHAIN), 'SIGSTOP');
    await checkEnd(hung, where, async () => {
      hung.signal('SIGINT');
      await until(() => hung.printed.includes('Stopping'), STOPPED_WITHIN, 'did not say that it is stopping');
      await pause(1_000);
      hung.signal('SIGINT');
    });
    if (!hung.printed.includes('at once.')) throw new Failure('did not hear the second Ctrl-C');
  }
  console.log('Every other end leaves nothing, either.');
  if (!installing && took > READY_WITHIN)
    throw new Failure(`needed ${(took / 1000).toFixed(1)} s, more than ${READY_WITHIN / 1000}`);
}

try {
  await main();
} catch (error) {
  for (const run of launched) {
    run.signal('SIGKILL');
    for (const { pid } of processesOf(run)) process.kill(pid, 'SIGKILL');
  }
  const { name, printed } = launched.at(-1);
  console.error(`${name}: ${error instanceof Error ? error.message : error}`);
  if (printed.trim() !== '') console.error(`It printed:\n${printed}`);
  process.exit(1);
}
