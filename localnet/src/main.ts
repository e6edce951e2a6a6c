// The command: a chain on this machine until Ctrl-C.
import { HELP, readCommandLine, UnknownOption } from './options.ts';
import type { Cast } from './scenario/cast.ts';
import { genesisBefore, settleScenario } from './scenario/settle.ts';
import { statusBlock, statusText } from './scenario/status.ts';
import { type Localnet, type LocalnetOptions, startLocalnet } from './server.ts';
import { hasStarter, onGoodbye, tellReady } from './starter.ts';

async function main(): Promise<void> {
  const { help, empty, still, localnet } = readCommandLine(process.argv.slice(2));
  if (help) {
    console.log(HELP);
    return;
  }
  const now = BigInt(Math.floor(Date.now() / 1000));
  let cast: Cast | null = null;
  const withScenario: LocalnetOptions = {
    ...genesisBefore(now),
    ...localnet,
    async settle(chain, isNew) {
      if (isNew) console.log('Four days of three insured markets are being told to a new chain …');
      const settled = await settleScenario(chain, isNew, { life: !still });
      cast = settled?.cast ?? null;
      return settled ?? { description: null };
    },
  };
  const started = performance.now();
  let running: Localnet | null = null;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    try {
      await running?.close();
      if (!hasStarter) console.log('The chain has stopped.');
      process.exit(0);
    } catch (error) {
      console.error((error as Error).message);
      process.exit(1);
    }
  };
  onGoodbye(stop);
  running = await startLocalnet(empty ? { genesisTime: now, ...localnet } : withScenario);
  if (hasStarter) {
    const { rpcUrl, wsUrl, chain } = running;
    tellReady({
      rows: [
        ['RPC', rpcUrl],
        ['WebSocket', wsUrl],
      ],
      text: await statusText(chain, cast),
    });
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`PercoSec's programs on a Solana chain of your own, ready in ${seconds} s.\n`);
  console.log(await statusBlock(running.chain, cast, running));
}

try {
  await main();
} catch (error) {
  // A sentence is enough: every error up to here is about what was asked for, not about this code.
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof UnknownOption ? 2 : 1);
}
