// percosec create-market: everything that insures a market, in one transaction, after everything that can be checked.
import {
  type Address,
  address,
  createPercosecClient,
  estimate,
  type Plan,
  poolAddress,
  type TerminalState,
  type TransactionCost,
  transact,
} from '@percosec/sdk';
import { decimalText } from '@percosec/sdk/math';
import { addressOf } from '../address.ts';
import { holdsRealMoney } from '../cluster.ts';
import type { Command } from '../command.ts';
import { EXIT, Failure } from '../failure.ts';
import { readKeypair } from '../keypair.ts';
import { json, type Printer, printer, type Row } from '../print.ts';
import { walletOf } from '../wallet.ts';
import { type Market, readMarket } from './market.ts';
import { type Part, readParts } from './parts.ts';
import { readSettings, SETTINGS } from './settings.ts';

const LAMPORT_DECIMALS = 9;
const sol = (lamports: bigint) => `${decimalText(lamports, LAMPORT_DECIMALS)} SOL`;

export const createMarket: Command = {
  name: 'create-market',
  summary: 'insures a market: its pool, market config, risk metrics, premium state and claims',
  details:
    'Checks everything first, then makes what is missing in one transaction: all of it, or nothing. What is set here\n' +
    'cannot be changed later. Where some parts exist already, the others are made. Amounts are in units of the collateral.',
  subject: { name: 'MARKET', help: "the market's account, which shows an InsuredMarket header" },
  options: [
    ...SETTINGS,
    { name: 'mint', value: 'ADDRESS', help: 'the collateral', fallback: "default: that of the market's cover vault" },
    { name: 'keypair', value: 'FILE', help: "the market's authority, who pays", fallback: "default: as Solana's CLI" },
    { name: 'dry-run', help: 'simulate, show accounts, rent and compute units, send nothing' },
    { name: 'yes', help: 'do not ask, where money is real' },
  ],
  example:
    'percosec create-market 7Yw3… --url devnet --min-reserve-bps 800 --insolvency-threshold 50000 --epoch-duration 216000\n' +
    '    --oracle-feed ef0d8b… --max-leverage-bps 200000 --min-cover-bps 1000 --max-oracle-age 60 --dry-run',
  async run(given, terminal, url) {
    const client = createPercosecClient({ rpcUrl: url });
    try {
      const { rpc } = client;
      const subject = addressOf(given.subject, 'MARKET');
      const mint = given.text('mint');
      const keypair = await readKeypair(terminal, given.text('keypair'));
      const owner = address(keypair.publicKey);
      const market = await readMarket(rpc, subject, owner, mint === undefined ? null : addressOf(mint, '--mint'));
      const parts = await readParts(rpc, market, owner, readSettings(given, market.decimals));
      const missing = parts.filter(({ exists }) => !exists);
      const said = { url: rpc.url, market: subject, pool: await poolAddress(subject), mint: market.mint };
      const out = given.on('json') ? null : printer(terminal);
      out?.heading(`Market ${subject}`);
      out?.rows(
        parts.map(({ name, exists, creates }) => [name, creates[0]?.address ?? '', exists ? 'exists' : 'missing']),
      );
      for (const warning of market.warnings) terminal.err(`Take care: ${warning}`);

      const plan = planOf(market, owner, missing);
      const cost = missing.length === 0 ? null : await estimate(client, plan);
      if (cost !== null) tellCost(out, cost);
      const tell = (line: string, more: object) =>
        out === null
          ? terminal.out(json({ ...said, cost, warnings: market.warnings, ...more }))
          : out.line(`\n${line}`);
      if (cost === null) return tell('Nothing is missing, so nothing was done.', { status: 'complete' });
      if (given.on('dry-run')) return tell('A dry run: nothing was sent.', { status: 'dry-run' });

      if (!given.on('yes') && (await holdsRealMoney(rpc))) {
        const agreed = await terminal.confirm(`This spends ${sol(cost.total)} on ${rpc.url}, where money may be real.`);
        if (agreed === null)
          throw new Failure('Nobody can be asked here, so nothing was sent.', 'Give --yes if it is meant.');
        if (!agreed) throw new Failure('Nothing was sent, as you said.', 'Repeat the command when you want to go on.');
      }
      const { signature, slot } = done(await transact(client, walletOf(keypair), plan));
      tell(`Done in slot ${slot}: ${signature}\nNext: a keeper's update_score, a deposit, then activate_market.`, {
        status: 'created',
        ...{ signature, slot },
      });
    } finally {
      client.close();
    }
  },
};

const planOf = (market: Market, owner: Address, missing: readonly Part[]): Plan => ({
  intent: `create_market/${market.address}/${owner}`,
  owner,
  build: async () => ({
    instructions: await Promise.all(missing.map((part) => part.instruction())),
    creates: missing.flatMap(({ creates }) => creates),
  }),
});

function tellCost(
  out: Printer | null,
  { creates, rent, baseFee, priorityFee, computeUnits, total }: TransactionCost,
): void {
  out?.heading('What it costs');
  out?.rows([
    ...creates.map((created): Row => [created.what, sol(created.rent), created.address]),
    ['rent together', sol(rent)],
    ['fee', sol(baseFee + priorityFee), `at most ${computeUnits.toLocaleString('en')} compute units`],
    ['all', sol(total)],
  ]);
}

/** The transaction's signature and slot; any other end is a failure in its own words. */
function done(state: TerminalState): { readonly signature: string; readonly slot: bigint } {
  switch (state.status) {
    case 'confirmed':
    case 'finalized':
      return state;
    case 'refused':
    case 'failed':
      throw new Failure(`${state.refusal.name}: ${state.refusal.message}`, state.refusal.remedy);
    case 'expired':
      throw new Failure(
        'The network did not take the transaction in time, and cannot any more.',
        'Nothing was made. Try again.',
      );
    case 'unknown':
      throw new Failure(
        `Whether the transaction ${state.signature ?? ''} came to pass is not known: ${state.reason.message}`,
        'Look with "percosec inspect" before you try again; this command makes only what is missing.',
        EXIT.unknown,
      );
    case 'error':
      throw state.error;
    default:
      throw new Failure(`The transaction ended as ${state.status}.`, 'Nothing was made. Try again.');
  }
}
