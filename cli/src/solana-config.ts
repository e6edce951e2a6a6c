// What Solana's own CLI is set to: people expect the same cluster and the same key.
import path from 'node:path';
import type { Terminal } from './terminal.ts';

const home = ({ env }: Terminal) => env.HOME ?? env.USERPROFILE ?? '.';

/** One value of ~/.config/solana/cli/config.yml, which holds flat `name: value` lines. */
export function solanaSetting(terminal: Terminal, name: 'json_rpc_url' | 'keypair_path'): string | undefined {
  const text = terminal.read(path.join(home(terminal), '.config/solana/cli/config.yml'));
  const [, value] = text?.match(new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'm')) ?? [];
  return value?.replace(/^(["'])(.*)\1$/, '$2') || undefined;
}

export const defaultKeypairFile = (terminal: Terminal) =>
  solanaSetting(terminal, 'keypair_path') ?? path.join(home(terminal), '.config/solana/id.json');
