import { depositPreview, formatShares, parseAmount } from '@percosec/sdk/math';
import { useBalance, useDeposit, useDepositCost, usePercosec, usePosition } from '@percosec/sdk/react/core';
import { type FormEvent, useState } from 'react';
import { market, symbol } from './config.ts';
import { usePool } from './Pool.tsx';
import { Time } from './Time.tsx';
import { AMOUNT, BARRIER, said, sol } from './words.ts';

const BUSY = ['preparing', 'awaiting-signature', 'sending', 'watching'];

export function Deposit() {
  const pool = usePool();
  return typeof pool === 'string' ? <p>{pool}</p> : <Form pool={pool} />;
}

function Form({ pool }: { readonly pool: Exclude<ReturnType<typeof usePool>, string> }) {
  const { state, decimals, money } = pool;
  const { owner } = usePercosec();
  const [text, setText] = useState('');
  const position = usePosition({ market }).data?.value;
  const balance = useBalance({ mint: state.pool.collateralMint }).data?.value;
  const deposit = useDeposit();

  const parsed = parseAmount(text, decimals, { symbol });
  const amount = parsed.ok && parsed.atoms > 0n ? parsed.atoms : undefined;
  const preview = amount === undefined ? undefined : depositPreview({ ...state, position: position ?? null, amount });
  const short = balance && amount !== undefined && amount > balance.amount;
  /** What would be deposited, where nothing is in the way. */
  const ready = owner !== null && position !== undefined && preview?.refused === null && !short ? amount : undefined;
  const cost = useDepositCost({ market, amount: ready }).data;

  function problem(): string | undefined {
    if (!parsed.ok) return text === '' ? undefined : AMOUNT[parsed.reason];
    if (amount === undefined) return AMOUNT.negative;
    if (preview?.refused) return BARRIER[preview.refused];
    return short ? `You have ${money(balance.amount)}.` : undefined;
  }
  const wrong = problem();
  const told = said(deposit.state);
  const busy = BUSY.includes(deposit.state.status);

  function change(next: string): void {
    setText(next);
    // What became of the last one is no news beside another amount.
    if (!busy) deposit.reset();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready !== undefined && !busy) deposit.mutate({ market, amount: ready }, { onSuccess: () => setText('') });
  }

  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor="amount">How much {symbol}</label>
      <input
        id="amount"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => change(event.target.value)}
        aria-invalid={wrong !== undefined}
        aria-describedby="wrong preview"
      />
      <p id="wrong" className="bad" role="alert">
        {wrong}
      </p>
      <p id="preview">
        {preview?.refused === null && (
          <>
            Buys {formatShares(preview.shares, decimals)} shares. All that is yours here is then locked until{' '}
            <Time slot={preview.unlockSlot} />.{' '}
          </>
        )}
        {cost && `The network takes ${sol(cost.total)}. `}
        {balance ? `You have ${money(balance.amount)}.` : owner === null && 'Connect a wallet to deposit.'}
      </p>
      <button type="submit" disabled={ready === undefined || busy}>
        Deposit
      </button>
      <p role="status" className={told?.tone}>
        {told?.words}
      </p>
    </form>
  );
}
