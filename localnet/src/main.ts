// The command: a chain on this machine until Ctrl-C.
import { HELP, readCommandLine, UnknownOption } from './options.ts';
import { startLocalnet } from './server.ts';

async function main(): Promise<void> {
  const { help, empty, localnet } = readCommandLine(process.argv.slice(2));
  if (help) {
    console.log(HELP);
    return;
  }
  const running = await startLocalnet(localnet);
  console.log(`  RPC         ${running.rpcUrl}\n  WebSocket   ${running.wsUrl}\n\nCtrl-C stops it.`);
  let stopping = false;
  const stop = async () => {
    // Ctrl-C reaches npm and this process, and an impatient person presses it twice.
    if (stopping) return;
    stopping = true;
    await running.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  void empty;
}

try {
  await main();
} catch (error) {
  // A sentence is enough: every error up to here is about what was asked for, not about this code.
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof UnknownOption ? 2 : 1);
}
