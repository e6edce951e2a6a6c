// percosec inspect: one market's insurance, in plain words.
import { createRpc } from '@percosec/sdk';
import { addressOf } from '../address.ts';
import type { Command } from '../command.ts';
import { json, printer } from '../print.ts';
import { readMarket } from './read.ts';
import { tell } from './tell.ts';

export const inspect: Command = {
  name: 'inspect',
  summary: "one market's insurance: pool, exits, claims, risk, premium, and who could change the market",
  details: 'Reads only. Amounts are in units of the collateral; with --json they are strings of atoms.',
  subject: { name: 'MARKET', help: 'the address of a market, or of its pool' },
  options: [],
  example: 'percosec inspect 7Yw3… --url devnet',
  async run(given, terminal, url) {
    const rpc = createRpc({ rpcUrl: url });
    const findings = await readMarket(rpc, addressOf(given.subject, 'MARKET'));
    if (given.on('json')) terminal.out(json({ url: rpc.url, ...findings }));
    else tell(findings, printer(terminal));
  },
};
