// Somebody at a terminal, beside a cluster: the markets' authority, whose key is in a file that only this terminal has.
import { startWorld, type World } from '../../../tests/chain/world.ts';
import { main } from '../main.ts';

/** Fast, so that a confirmation is soon; far from so fast that a transaction grows old on the way. */
const SLOT_MILLISECONDS = 50;

export type Terminal = Awaited<ReturnType<typeof openTerminal>>;

export async function openTerminal() {
  const world: World = await startWorld({ slotMilliseconds: SLOT_MILLISECONDS });
  const files: Record<string, string> = {};
  const keep = (file: string, { secretKey }: { readonly secretKey: Uint8Array }) => {
    files[file] = JSON.stringify([...secretKey]);
  };
  keep('/home/.config/solana/id.json', world.authority.keypair);

  return {
    ...world,
    rpcUrl: world.localnet.rpcUrl,
    files,
    keep,
    /** Runs a command line on this cluster as a person at a terminal would; `answer` is what that person says when asked. */
    async percosec(
      args: readonly string[],
      { answer = null, env = {} }: { answer?: boolean | null; env?: object } = {},
    ) {
      const out: string[] = [];
      const err: string[] = [];
      const asked: string[] = [];
      const exit = await main(args, {
        env: { HOME: '/home', ...env },
        colors: false,
        out: (line) => out.push(line),
        err: (line) => err.push(line),
        async confirm(question) {
          asked.push(question);
          return answer;
        },
        read: (file) => files[file] ?? null,
      });
      return { exit, out: out.join('\n'), err: err.join('\n'), asked };
    },
  };
}
