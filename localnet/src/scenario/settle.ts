// Who lives on the chain when the server opens: the scenario, told to a new chain or found again on one from a file.
import type { Chain, ChainOptions } from '../chain/chain.ts';
import type { Inhabitants } from '../server.ts';
import { buildScenario } from './build.ts';
import { callsOf } from './calls.ts';
import { Candles } from './candles.ts';
import { type Cast, castOf, type Scenario, scenarioOf } from './cast.ts';
import { Life } from './life.ts';
import { startSlot } from './plan.ts';
import { Turns } from './turns.ts';

export interface Settled extends Inhabitants {
  readonly cast: Cast;
  readonly description: Scenario;
  readonly demoKeypair: Uint8Array;
  /** Null where nothing moves by itself. */
  readonly life: Life | null;
  caughtUp(): Promise<void>;
  leave(): Promise<void>;
}

/** Null where a chain from a file was never told the scenario. With `life`, its markets go on as slots pass. */
export async function settleScenario(
  chain: Chain,
  isNew: boolean,
  options: { readonly life?: boolean } = {},
): Promise<Settled | null> {
  const cast = await castOf(chain.options.seed);
  if (isNew) await buildScenario(chain, cast);
  else if (chain.getAccount(cast.mint.address) === null) return null;
  const turns = new Turns();
  const life = options.life === true ? new Life(chain, cast, turns) : null;
  const residents = cast.markets.map((market) => ({ ...market, candles: new Candles(chain, market) }));
  return {
    cast,
    description: await scenarioOf(cast),
    demoKeypair: cast.providers.demo.wallet.secretKey,
    life,
    calls: callsOf(cast, residents, life, turns),
    // Life was woken before: it has seen the slot once this turn comes.
    caughtUp: () => turns.take(() => {}).catch(() => {}),
    async leave() {
      life?.leave();
      for (const { candles } of residents) candles.leave();
      await turns.close();
    },
  };
}

const GENESIS_SLOT = 1_000_000n;
const MILLISECONDS_PER_SLOT = 400n;

/** A chain that began when it must have, for the scenario's history to end at `now`, in Unix seconds. */
export function genesisBefore(now: bigint): Required<Pick<ChainOptions, 'genesisSlot' | 'genesisTime'>> {
  const slots = startSlot(GENESIS_SLOT) - GENESIS_SLOT;
  return { genesisSlot: GENESIS_SLOT, genesisTime: now - (slots * MILLISECONDS_PER_SLOT) / 1000n };
}
