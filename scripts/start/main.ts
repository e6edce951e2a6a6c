// The command: a chain, what lives on it and the page in front of it, until Ctrl-C.
import { UnknownOption } from '../../localnet/src/options.ts';
import type { Ready } from '../../localnet/src/starter.ts';
import { block } from './block.ts';
import { lookAt } from './cluster.ts';
import { type CommandLine, HELP, readCommandLine } from './command-line.ts';
import type { Part } from './part.ts';
import { chainPart, clusterOf, pagePart } from './parts.ts';
import { MANNERS, RefusedToStart, type Supervised, supervise } from './supervise.ts';

/** One Ctrl-C arrives several times: from the terminal, and from each starter above that hands it on. */
const SAME_WISH = 1_000;
const WORTH_A_WORD = 700;

const say = (line: string) => console.log(line);
const parts: Supervised[] = [];
let ending: number | null = null;

const begin = (part: Part): Promise<Ready> => {
  if (ending !== null) throw new Error(`${part.name} isn't started any more.`);
  const supervised = supervise(part, { ...MANNERS, say });
  parts.push(supervised);
  return supervised.ready;
};

async function end(code: number, lastLine?: string): Promise<never> {
  ending ??= performance.now();
  for (const part of parts) part.stop();
  const word = setTimeout(() => say('Stopping (once more ends everything at once) …'), WORTH_A_WORD);
  await Promise.all(parts.map(({ gone }) => gone));
  clearTimeout(word);
  if (lastLine !== undefined) say(lastLine);
  process.exit(code);
}

function askedToEnd(signal?: NodeJS.Signals): void {
  if (ending === null) {
    // The terminal has written ^C there.
    if (signal === 'SIGINT' && process.stdout.isTTY) say('');
    void end(0, 'Everything has stopped.');
  } else if (performance.now() - ending > SAME_WISH) {
    say('Everything is ended at once.');
    for (const part of parts) part.kill();
  }
}

function elsewhereText({ trouble, isLocalnet }: Awaited<ReturnType<typeof lookAt>>): string {
  if (trouble !== undefined) return `Nothing is to be seen there yet: ${trouble} The page tries again by itself.`;
  return isLocalnet
    ? 'It is a chain such as npm start brings up.'
    : 'The demo wallet and the stress panel belong to the chain that npm start brings up: this page has neither.';
}

async function bringUp({ elsewhere, chain, pagePort }: CommandLine): Promise<Ready[]> {
  if (elsewhere !== null) {
    const { rpcUrl, wsUrl } = elsewhere;
    const page = begin(pagePart(elsewhere, pagePort ?? undefined));
    const text = elsewhereText(await lookAt(rpcUrl));
    const rows = [
      ['RPC', rpcUrl],
      ['WebSocket', wsUrl],
    ] as const;
    return [await page, { rows, text }];
  }
  const chainReady = begin(chainPart(chain));
  if (pagePort === null) return [await chainReady];
  // The page is made ready meanwhile where the chain's ports are known.
  const { rpcPort, wsPort = rpcPort + 1 } = chain;
  const cluster =
    rpcPort === 0 || wsPort === 0
      ? clusterOf(await chainReady)
      : { rpcUrl: `http://127.0.0.1:${rpcPort}`, wsUrl: `ws://127.0.0.1:${wsPort}` };
  const [page, ready] = await Promise.all([begin(pagePart(cluster, pagePort)), chainReady]);
  return [page, ready];
}

function title(): string {
  // Where with-node.mjs began, packages and all.
  const now = Date.now();
  const seconds = ((now - Number(process.env.PERCOSEC_BEGAN ?? now - performance.now())) / 1000).toFixed(1);
  const including = process.env.PERCOSEC_INSTALLED ? ', with the installation of packages' : '';
  return `PercoSec, ready in ${seconds} s${including}.`;
}

/** Whoever started this may be killed, too. */
function watchStarter(): void {
  if (process.env.PERCOSEC_BEGAN === undefined) return;
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    askedToEnd();
  }, 500);
}

async function main(): Promise<void> {
  const asked = readCommandLine(process.argv.slice(2));
  if (asked.help) {
    say(HELP);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, askedToEnd);
  // A terminal that closed takes no more words.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  watchStarter();
  try {
    const ready = await bringUp(asked);
    say(block(title(), ready));
  } catch (error) {
    if (ending !== null) return;
    console.error((error as Error).message);
    await end(error instanceof RefusedToStart ? error.code : 1);
  }
  await Promise.all(parts.map(({ gone }) => gone));
  if (ending === null) {
    console.error('Nothing runs any more.');
    process.exit(1);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UnknownOption)) throw error;
  console.error(error.message);
  process.exit(2);
}
