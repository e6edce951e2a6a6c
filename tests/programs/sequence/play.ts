// Takes one step after another, on the chain and in the model, and compares them after each.
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import * as pdas from '../support/addresses.ts';
import { programs } from '../support/artifacts.ts';
import type { Actor } from '../support/instructions.ts';
import * as send from '../support/instructions.ts';
import { encodeMarket } from '../support/market.ts';
import { type Outcome, returned } from '../support/outcome.ts';
import { U64_MAX } from '../support/reference.ts';
import { CONFIG_DEFAULTS, POOL_DEFAULTS, PREMIUM_DEFAULTS, World, type WorldOptions } from '../support/scenario.ts';
import { createMint, createTokenAccount, freeze, mintTo, thaw, transfer } from '../support/token.ts';
import { Books, Broken, holds } from './books.ts';
import { type Header, Model, type Refusals } from './model.ts';
import { ACTORS, type ActorName, type Amount, type Cover, type Step } from './steps.ts';
import { account, changed, type View, Watch } from './view.ts';

const WHOLE = 10_000n;
const most = (value: bigint, limit: bigint) => (value > limit ? limit : value);
const TRESPASS_REFUSALS = ['Unauthorized', 'InvalidMarket', 'AccountAlreadyInitialized'];

export interface Setting {
  readonly name: string;
  readonly options: WorldOptions;
  /** What each actor starts with. */
  readonly wealth: bigint;
}

export class Play {
  /** How many instructions of the four programs were sent. */
  instructions = 0;
  readonly #world: World;
  readonly #model: Model;
  readonly #books: Books;
  readonly #watch: Watch;
  readonly #actors: Readonly<Record<ActorName, Actor>>;
  readonly #covers: Readonly<Record<Cover, PublicKey>>;
  #view: View = new Map();
  #header: Header;
  #frozen = false;

  constructor({ options, wealth }: Setting) {
    const world = new World(options);
    const { chain } = world;
    const pool = pdas.poolOf(world.market);
    const premiumState = pdas.premiumStateOf(world.market);
    this.#world = world;
    this.#actors = Object.fromEntries(ACTORS.map((who) => [who, world.actor(who, wealth)])) as Record<ActorName, Actor>;
    const authority = world.authority;
    this.#covers = {
      cover: world.coverVault,
      freezable: createTokenAccount(chain, world.mint.address, authority),
      alice: this.#actors.alice.tokenAccount,
      treasury: pdas.treasuryOf(world.market),
      premiumVault: pdas.premiumVaultOf(premiumState),
      vault: pdas.vaultOf(pool),
      pool,
      foreign: createTokenAccount(chain, createMint(chain).address, authority),
      nothing: chain.address('nothing'),
    };
    mintTo(chain, world.mint, world.coverVault, wealth);

    const { openInterest, liquidity, avgLeverageBps, fundingRatePpm, marginAbsorbed, cumulativeDeficit } = world.header;
    this.#header = {
      open: world.header.open,
      openInterest,
      liquidity,
      avgLeverageBps,
      fundingRatePpm,
      marginAbsorbed,
      cumulativeDeficit,
      cover: 'cover',
    };
    const price = { price: 150_00000000n, confidence: 5000000n, publishTime: chain.time, verified: true };
    this.#model = new Model(termsOf(options), this.#header, price, chain.slot, chain.time);
    for (const who of ACTORS) this.#model.balances.set(who, wealth);
    this.#model.balances.set('cover', wealth);
    for (const cover of ['pool', 'foreign', 'nothing']) this.#model.cannotReceive.add(cover);
    this.#books = new Books(wealth * BigInt(ACTORS.length + 1), cumulativeDeficit);

    this.#watch = new Watch(chain);
    this.#watch.add('pool', pool, 'InsurancePool');
    this.#watch.add('premium state', premiumState, 'PremiumState');
    this.#watch.add('claims', pdas.marketClaimsOf(world.market), 'MarketClaims');
    this.#watch.add('metrics', pdas.riskMetricsOf(world.market), 'RiskMetrics');
    this.#watch.add('config', pdas.marketConfigOf(world.market), 'MarketConfig');
    this.#watch.add('market', world.market);
    this.#watch.add('price', world.oracle);
    for (const cover of ['cover', 'freezable', 'treasury', 'premiumVault', 'vault', 'foreign'] as const) {
      this.#watch.add(cover, this.#covers[cover]);
    }
    for (const who of ACTORS) {
      this.#watch.add(who, this.#actors[who].tokenAccount);
      this.#watch.add(`position of ${who}`, pdas.positionOf(pool, this.#actors[who].address), 'ProviderPosition');
    }
    this.#watchGeneration(0);
    this.#view = this.#watch.look(this.#view);
    this.#compare();
  }

  #watchGeneration(generation: number): void {
    const pool = pdas.poolOf(this.#world.market);
    this.#watch.add(`share mint ${generation}`, pdas.shareMintOf(pool, generation));
    for (const who of ACTORS) {
      const shares = pdas.shareAccountOf(pool, this.#actors[who].address, generation);
      this.#watch.add(`shares ${generation} of ${who}`, shares);
    }
  }

  /** Throws `Broken` where chain and protocol part. */
  take(step: Step): void {
    const instruction = this.#instruction(step);
    if (instruction === null) this.#befall(step);
    else this.#try(step, instruction);
  }

  /** Each record that was ever written still stands, and answers for its deficit. */
  finish(): void {
    const books = new Books(0n, 0n);
    for (let sequence = 0n; sequence < this.#model.claims.sequence; sequence++) {
      books.recorded(this.#world.record(sequence));
    }
    books.checkRecords(this.#world.claims);
  }

  // --- instructions

  #try(step: Step, instruction: TransactionInstruction): void {
    const before = this.#view;
    const outcome = this.#world.send(instruction);
    this.instructions += 1;
    const refusals = this.#expect(step, outcome);
    if (outcome.ok) {
      holds('what must be refused is', refusals.length === 0, () => `accepted, not ${refusals.join(' or ')}`);
      if (step.do === 'reopen') this.#watchGeneration(Number(this.#model.pool.generation));
      this.#view = this.#watch.look(before);
      this.#readRecord(before);
      this.#compare();
      this.#books.check(before, this.#view, outcome, this.#header.cover as Cover);
    } else {
      const { program, name } = outcome.error;
      holds('what must succeed does', refusals.length > 0, () => `refused by ${program}: ${name}`);
      holds(
        'a refusal has its name',
        refusals.includes(name),
        () => `${program}: ${name}, not ${refusals.join(' or ')}`,
      );
      this.#view = this.#watch.look(before);
      const touched = changed(before, this.#view);
      holds('a refusal changes no byte', touched.length === 0, () => touched.join(', '));
    }
  }

  #instruction(step: Step): TransactionInstruction | null {
    const world = this.#world;
    const actor = (who: ActorName) => this.#actors[who];
    const paying = (keeper: ActorName | null) => (keeper === null ? {} : { keeper: actor(keeper) });
    switch (step.do) {
      case 'deposit':
        return send.deposit(world, { depositor: actor(step.who), amount: this.#atoms(step) });
      case 'withdraw':
        return send.withdraw(world, { depositor: actor(step.who), shares: this.#atoms(step) });
      case 'requestWithdraw':
        return send.requestWithdraw(world, { depositor: actor(step.who), shares: this.#atoms(step) });
      case 'cancelWithdraw':
        return send.cancelWithdraw(world, { depositor: actor(step.who) });
      case 'reopen':
        return send.reopen(world, { payer: actor(step.who).address });
      case 'collect':
        return send.collect(world, { payer: actor(step.who), amount: this.#atoms(step), source: step.source });
      case 'settleEpoch':
        return send.settleEpoch(world, paying(step.keeper));
      case 'setPremiumRate':
        return send.setPremiumRate(world, paying(step.keeper));
      case 'reportDeficit': {
        const reporter = actor(step.who).address;
        return send.reportDeficit(world, { reporter, amount: this.#atoms(step), ...paying(step.keeper) });
      }
      case 'setActive':
        return send.setActive(world, { active: step.active });
      case 'payQueued':
        return send.payQueued(world);
      case 'verifyDeficit':
        return send.verifyDeficit(world);
      case 'updateScore':
        return send.updateScore(world);
      case 'activateMarket':
        return send.activateMarket(world);
      case 'deactivateMarket':
        return send.deactivateMarket(world);
      case 'trespass':
        return this.#trespass(step.how, actor(step.who));
      default:
        return null;
    }
  }

  #trespass(how: (Step & { do: 'trespass' })['how'], who: Actor): TransactionInstruction {
    const world = this.#world;
    const as = (name: string) => ({ accounts: { [name]: who.address } });
    switch (how) {
      case 'coverDeficit':
        return send.coverDeficit(world, { amount: 1n }, as('handlerAuthority'));
      case 'accruePremium':
        return send.accruePremium(world, { amount: 1n, openInterest: 0n }, as('premiumState'));
      case 'updateApy':
        return send.updateApy(world, { apyBps: 1 }, as('premiumState'));
      case 'acceptPremiumRate':
        return send.acceptPremiumRate(world, { rateBps: 1, keeper: who }, as('riskAuthority'));
      case 'payKeeper':
        return send.payKeeper(world, { atMost: 1n, keeper: who }, as('handlerAuthority'));
      case 'setActive':
        return send.setActive(world, { active: false }, as('authority'));
      case 'activateMarket':
        return send.activateMarket(world, as('authority'));
      case 'initializePool':
        return send.initializePool(world, POOL_DEFAULTS);
      case 'initializeMarketConfig':
        return send.initializeMarketConfig(world, CONFIG_DEFAULTS);
      case 'initializeRiskMetrics':
        return send.initializeRiskMetrics(world);
      case 'initializePremiumState':
        return send.initializePremiumState(world, { ...PREMIUM_DEFAULTS, epochDuration: world.epochDuration });
      case 'initializeClaims':
        return send.initializeClaims(world, { payer: who.address });
    }
  }

  /** Lets the model take the step; what it may be refused by. */
  #expect(step: Step, outcome: Outcome): Refusals {
    const model = this.#model;
    switch (step.do) {
      case 'deposit':
      case 'withdraw':
      case 'requestWithdraw':
        return model[step.do](step.who, this.#atoms(step));
      case 'cancelWithdraw':
        return model.cancelWithdraw(step.who);
      case 'reopen':
      case 'payQueued':
      case 'updateScore':
      case 'activateMarket':
      case 'deactivateMarket':
        return model[step.do]();
      case 'collect':
        return model.collect(step.who, this.#atoms(step), step.source);
      case 'settleEpoch':
      case 'setPremiumRate':
        return model[step.do](step.keeper);
      case 'reportDeficit':
        return model.reportDeficit(this.#atoms(step), step.keeper);
      case 'setActive':
        return model.setActive(step.active);
      case 'verifyDeficit':
        if (model.header === null) return ['InvalidMarket'];
        if (outcome.ok) agree('what verify_deficit returns', model.status(), returned(outcome, 'DeficitStatus'));
        return [];
      case 'trespass':
        return TRESPASS_REFUSALS;
      default:
        throw new Error(`${step.do} is no instruction`);
    }
  }

  #readRecord(before: View): void {
    const [was, is] = [before, this.#view].map((view) => account<'MarketClaims'>(view, 'claims')?.sequence ?? 0n);
    if (was !== undefined && is !== undefined && is > was) this.#books.recorded(this.#world.record(was));
  }

  #compare(): void {
    const { pool, premium, claims, metrics, config, positions, balances } = this.#model;
    const view = this.#view;
    agree('the pool', pool, account<'InsurancePool'>(view, 'pool'));
    agree('the premium state', premium, account<'PremiumState'>(view, 'premium state'));
    agree('the claims', claims, account<'MarketClaims'>(view, 'claims'));
    agree('the metrics', metrics, account<'RiskMetrics'>(view, 'metrics'));
    agree('the config', config, account<'MarketConfig'>(view, 'config'));
    for (const [who, position] of positions) {
      agree(`the position of ${who}`, position, account<'ProviderPosition'>(view, `position of ${who}`));
    }
    for (const [holder, balance] of balances) {
      const found = view.get(holder)?.data.readBigUInt64LE(64);
      holds(`the tokens of ${holder} are as modelled`, found === balance, () => `${found}, not ${balance}`);
    }
  }

  // --- what is no instruction

  #befall(step: Step): void {
    const before = this.#view;
    this.#happen(step);
    this.#view = this.#watch.look(before);
    this.#compare();
    this.#books.check(before, this.#view, null, this.#header.cover as Cover);
  }

  #happen(step: Step): void {
    const { chain } = this.#world;
    const model = this.#model;
    const { cumulativeDeficit, marginAbsorbed } = this.#header;
    switch (step.do) {
      case 'wait':
        this.#warp(chain.slot + step.slots);
        break;
      case 'waitEpochs':
        this.#warp((this.#world.epoch + step.epochs) * this.#world.epochDuration);
        break;
      case 'deficit': {
        const amount = most(this.#atoms(step), U64_MAX - cumulativeDeficit);
        const absorbed = most((amount * BigInt(step.absorbedBps)) / WHOLE, U64_MAX - marginAbsorbed);
        this.#show({
          cumulativeDeficit: cumulativeDeficit + amount,
          marginAbsorbed: marginAbsorbed + absorbed,
        });
        break;
      }
      case 'restate':
        this.#show({
          cumulativeDeficit: (cumulativeDeficit * BigInt(step.deficitBps)) / WHOLE,
          marginAbsorbed: (marginAbsorbed * BigInt(step.absorbedBps)) / WHOLE,
        });
        break;
      case 'trade': {
        const { openInterest, liquidity, leverage } = step;
        this.#show({ openInterest, liquidity, avgLeverageBps: leverage });
        break;
      }
      case 'fund':
        this.#show({ fundingRatePpm: step.ratePpm });
        break;
      case 'openMarket':
        this.#show(step.open ? { open: true } : { open: false, openInterest: 0n });
        break;
      case 'coverTo':
        this.#show({ cover: step.cover });
        break;
      case 'loseMarket':
        this.#loseMarket(step.how);
        break;
      case 'returnMarket':
        model.header = this.#header;
        this.#show({});
        break;
      case 'freeze':
      case 'thaw':
        this.#freeze(step.do === 'freeze');
        break;
      case 'price': {
        const { price, verified } = step;
        const confidence = price < 0n ? 0n : (price * BigInt(step.confidenceBps)) / WHOLE;
        model.price = { price, confidence, publishTime: chain.time - step.age, verified };
        const verification = verified ? 'full' : ({ partial: 5 } as const);
        this.#world.setPrice({ price, confidence, publishTime: model.price.publishTime, verification });
        break;
      }
      case 'donate': {
        const amount = most(this.#atoms(step), model.balances.get(step.who) ?? 0n);
        this.#books.gave(step.to, amount);
        this.#transfer(step.who, step.to, this.#actors[step.who].address, amount);
        break;
      }
      case 'payTrader':
        for (const from of this.#frozen ? (['cover'] as const) : (['cover', 'freezable'] as const)) {
          const amount = ((model.balances.get(from) ?? 0n) * BigInt(step.bps)) / WHOLE;
          this.#transfer(from, step.who, this.#world.authority, amount);
        }
        break;
      default:
        throw new Error(`${step.do} is an instruction`);
    }
  }

  #warp(slot: bigint): void {
    const { chain } = this.#world;
    chain.warpTo(slot);
    this.#model.slot = slot;
    this.#model.time = chain.time;
  }

  /** The perp program writes its header; nobody does while the market is gone. */
  #show(change: Partial<Header>): void {
    if (this.#model.header === null) return;
    this.#header = { ...this.#header, ...change };
    this.#model.header = this.#header;
    this.#books.showed(this.#header.cumulativeDeficit);
    const { cover, ...figures } = this.#header;
    this.#world.setMarket({ ...figures, coverVault: this.#covers[cover as Cover] });
  }

  #loseMarket(how: (Step & { do: 'loseMarket' })['how']): void {
    const { chain, market, marketProgram, header } = this.#world;
    this.#model.header = null;
    const bytes = encodeMarket(header);
    if (how === 'closed') chain.removeAccount(market);
    if (how === 'of another program') chain.putAccount(market, programs.risk_engine.id, bytes);
    if (how === 'of another version') chain.putAccount(market, marketProgram, encodeMarket({ ...header, version: 2 }));
    if (how === 'cut short') chain.putAccount(market, marketProgram, bytes.subarray(0, 135));
  }

  #freeze(frozen: boolean): void {
    if (this.#frozen === frozen) return;
    this.#frozen = frozen;
    const done = this.#world.send((frozen ? freeze : thaw)(this.#world.mint, this.#covers.freezable));
    if (!done.ok) throw new Error('the mint authority could not freeze');
    if (frozen) this.#model.cannotReceive.add('freezable');
    else this.#model.cannotReceive.delete('freezable');
  }

  #transfer(from: ActorName | 'cover' | 'freezable', to: ActorName | Cover, owner: PublicKey, amount: bigint): void {
    const at = (holder: ActorName | Cover) =>
      holder in this.#covers ? this.#covers[holder as Cover] : this.#actors[holder as ActorName].tokenAccount;
    const sent = this.#world.send(transfer(at(from), at(to), owner, amount));
    if (!sent.ok) throw new Error(`${from} could not pay ${to}`);
    this.#model.move(from, to, amount);
  }

  // --- figures

  #atoms(step: { readonly amount: Amount; readonly who?: ActorName }): bigint {
    const { amount } = step;
    if (typeof amount === 'bigint') return amount;
    const position = step.who === undefined ? undefined : this.#model.positions.get(step.who);
    const figure = {
      balance: () => this.#model.balances.get(step.who ?? '') ?? 0n,
      held: () => position?.shares ?? 0n,
      requested: () => position?.requestedShares ?? 0n,
      leavable: () => most(this.#model.leavable, position?.shares ?? 0n),
      open: () => this.#model.openDeficit,
      threshold: () => this.#model.terms.insolvencyThreshold,
      nav: () => this.#model.nav,
    }[amount.of]();
    const atoms = (figure * BigInt(amount.bps)) / WHOLE + BigInt(amount.more);
    return atoms < 0n ? 0n : most(atoms, U64_MAX);
  }
}

function agree(what: string, modelled: object, found: object | null): void {
  if (found === null) throw new Broken(`${what} is as modelled`, 'it does not exist');
  const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
  for (const [field, value] of Object.entries(modelled)) {
    const actual = found[field as keyof typeof found];
    holds(
      `${what} is as modelled`,
      text(actual) === text(value),
      () => `${field} is ${text(actual)}, not ${text(value)}`,
    );
  }
}

function termsOf({ pool, config, premium }: WorldOptions) {
  const terms = { ...CONFIG_DEFAULTS, ...PREMIUM_DEFAULTS, ...POOL_DEFAULTS, ...config, ...premium, ...pool };
  const { oracleFeed: _, ...figures } = terms;
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, BigInt(value ?? 0)])) as {
    [Name in keyof typeof figures]: bigint;
  };
}
