'use client';

// Who can claim from the pool: what every depositor has to be able to know. Loaded when somebody looks.
import { formatPercent } from '@percosec/sdk/math';
import { useProgramAuthority } from '@percosec/sdk/react/core';
import type { ReactNode } from 'react';
import { ExplorerLink } from '../core/ExplorerLink.tsx';
import { Amount, Figure } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { useErrorWords } from '../core/Problem.tsx';
import { useSettings } from '../core/settings.tsx';
import { usePanel } from './context.tsx';
import { factMessages } from './fact-messages.ts';
import { type Row, rowsOf } from './Rows.tsx';

const ALL_BPS = 10_000;

export function useFactRows(): readonly Row[] {
  const t = useMessages('depositPanel', factMessages);
  const wordsOf = useErrorWords();
  const { tag } = useSettings();
  const { reading } = usePanel();
  const { state, decimals, symbol } = reading;
  const pool = state?.pool;
  const { data, error } = useProgramAuthority({ program: pool?.marketProgram });
  const percent = (bps: number | undefined) => (bps === undefined ? null : formatPercent(bps, { locale: tag }));
  return [
    {
      key: 'program',
      label: t('program'),
      value: pool ? <ExplorerLink kind="address" id={pool.marketProgram} /> : <Figure value={null} />,
    },
    {
      key: 'code',
      label: t('code'),
      value:
        data?.authority != null ? (
          <>
            {t('changeable')} <ExplorerLink kind="address" id={data.authority} />
          </>
        ) : (
          <Figure
            value={data?.upgradeable === false ? t('final') : null}
            reason={error ? wordsOf(error).what : data ? t('codeUnknown') : undefined}
          />
        ),
    },
    {
      key: 'threshold',
      label: t('threshold'),
      value: <Amount atoms={pool?.insolvencyThreshold} decimals={decimals} symbol={symbol} />,
    },
    {
      key: 'cap',
      label: t('cap'),
      value: <Figure value={pool?.claimCapBps === ALL_BPS ? t('noCap') : percent(pool?.claimCapBps)} />,
    },
    { key: 'reserve', label: t('reserve'), value: <Figure value={percent(pool?.minReserveBps)} /> },
  ];
}

export function FactList(): ReactNode {
  const t = useMessages('depositPanel', factMessages);
  return (
    <>
      <dl className="percosec-part percosec-rows">{rowsOf(useFactRows())}</dl>
      <p className="percosec-part percosec-label">{t('bounds')}</p>
    </>
  );
}
