'use client';

import { formatAmount, formatPercent, type LossPreview } from '@percosec/sdk/math';
import type { ChangeEvent } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { Problem as Trouble, useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { localTime } from '../core/time.tsx';
import { Waterfall, type WaterfallPart } from '../core/Waterfall.tsx';
import { useLossSimulator } from './context.ts';
import { lossSimulatorMessages } from './messages.ts';
import { sharesOf, stopOf } from './stops.ts';

export const useWords = () => useMessages('lossSimulator', lossSimulatorMessages);

/** What this is about. */
export const Title = /* @__PURE__ */ part('p', 'loss-simulator', 'title', () => {
  const t = useWords();
  const { name } = useLossSimulator();
  return { className: 'percosec-title', children: t('title', { name: name ?? t('someMarket') }) };
});

/** Of the field. */
export const Label = /* @__PURE__ */ part('label', 'loss-simulator', 'label', () => ({
  className: 'percosec-label',
  htmlFor: useLossSimulator().ids.field,
  children: useWords()('loss'),
}));

/** The amount and its unit. */
export const Field = /* @__PURE__ */ part('div', 'loss-simulator', 'field', () => {
  const { symbol } = useLossSimulator();
  return {
    className: 'percosec-field',
    children: (
      <>
        <Amount />
        <span className="percosec-part percosec-unit">{symbol}</span>
      </>
    ),
  };
});

/** The loss, to be typed or pasted as the page's language writes it. */
export const Amount = /* @__PURE__ */ part('input', 'loss-simulator', 'amount', () => {
  const { text, type, invalid, ids, decimals } = useLossSimulator();
  return {
    id: ids.field,
    type: 'text',
    inputMode: 'decimal',
    autoComplete: 'off',
    spellCheck: false,
    disabled: decimals === null,
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement>) => type(event.currentTarget.value),
    'aria-invalid': invalid || undefined,
    'aria-describedby': invalid ? ids.invalid : undefined,
    'data-state': invalid ? 'invalid' : undefined,
  };
});

/** What is wrong with what was typed. Always there, so that it is read aloud when it comes. */
export const Invalid = /* @__PURE__ */ part('p', 'loss-simulator', 'invalid', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { invalid, ids } = useLossSimulator();
  const example = formatAmount(12_345n, 1, { locale: tag });
  return { id: ids.invalid, role: 'status', children: invalid && t('invalid', { example }) };
});

/** From nothing to beyond what threshold and pool can take together. */
export const Slider = /* @__PURE__ */ part('input', 'loss-simulator', 'slider', () => {
  const t = useWords();
  const { stops, loss, setLoss, money, preview } = useLossSimulator();
  return {
    className: 'percosec-wide',
    type: 'range',
    min: 0,
    max: stops.length - 1,
    step: 1,
    value: stopOf(stops, loss),
    disabled: preview === null,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setLoss(stops[event.currentTarget.valueAsNumber] ?? 0n),
    'aria-label': t('loss'),
    'aria-valuetext': money(loss),
  };
});

/** In one sentence: what of it is kept. */
export const Result = /* @__PURE__ */ part('p', 'loss-simulator', 'result', () => {
  const t = useWords();
  const { preview, state, money, loss, whose, asked } = useLossSimulator();
  // What a pool that others use changes all day is read aloud to nobody who has not asked.
  const defaults = { role: 'status', 'aria-live': asked ? 'polite' : 'off', 'data-state': state } as const;
  if (!preview || state === 'gone') return { ...defaults, children: state === 'loading' && <Skeleton width={30} /> };
  if (isBelow(preview))
    return {
      ...defaults,
      children: t('nothing', { loss: money(preview.deficit), threshold: money(preview.threshold) }),
    };
  const { before, after } = preview.held ?? { before: preview.navBefore, after: preview.navAfter };
  return {
    ...defaults,
    children: t(whose === 'yours' ? 'keepYours' : whose === 'deposit' ? 'keepDeposit' : 'keepPool', {
      loss: money(loss),
      before: money(before),
      after: money(after),
    }),
  };
});

/** There is a loss, and too small a one for the pool. */
const isBelow = ({ reportable, deficit }: LossPreview) => deficit > 0n && !reportable;

/** Buffer, pool and what nobody covers, drawn to one scale with what is left of the pool. */
export const Loss = /* @__PURE__ */ part('div', 'loss-simulator', 'loss', () => {
  const t = useWords();
  const { preview, money, scale } = useLossSimulator();
  if (!preview) return null;
  const { bufferUsed, paid, queued, uncovered, deficit } = preview;
  const one = (key: string, label: string, atoms: bigint): WaterfallPart => ({ key, label, atoms, text: money(atoms) });
  return {
    children: (
      <>
        <p className="percosec-part percosec-label">{t('whereItGoes')}</p>
        <Waterfall
          scale={scale}
          parts={
            isBelow(preview)
              ? [one('buffer', t('market'), deficit)]
              : [
                  one('buffer', t('buffer'), bufferUsed),
                  one('pool', t('pool'), paid),
                  ...(queued > 0n ? [one('queued', t('queued'), queued)] : []),
                  one('uncovered', t('uncovered'), uncovered),
                ]
          }
        />
      </>
    ),
  };
});

/** What is kept and what is lost of something. */
function Left({ before, after, scale, label }: { before: bigint; after: bigint; scale?: bigint; label: string }) {
  const t = useWords();
  const { money } = useLossSimulator();
  const lost = before - after;
  return (
    <>
      <p className="percosec-part percosec-label">{label}</p>
      <Waterfall
        scale={scale}
        parts={[
          { key: 'kept', label: t('kept'), atoms: after, text: money(after) },
          { key: 'lost', label: t('lost'), atoms: lost, text: money(lost) },
        ]}
      />
    </>
  );
}

/** What is left of the pool, to the scale of the loss. */
export const Pool = /* @__PURE__ */ part('div', 'loss-simulator', 'pool', () => {
  const t = useWords();
  const { preview, scale } = useLossSimulator();
  if (!preview) return null;
  const { navBefore, navAfter } = preview;
  return { children: <Left before={navBefore} after={navAfter} scale={scale} label={t('whatIsLeft')} /> };
});

/** What is left of the person's own position, or of a deposit made now. */
export const Own = /* @__PURE__ */ part('div', 'loss-simulator', 'own', () => {
  const t = useWords();
  const { preview, whose } = useLossSimulator();
  if (!preview?.held) return null;
  return {
    'data-state': whose ?? undefined,
    children: <Left {...preview.held} label={t(whose === 'yours' ? 'yours' : 'deposited')} />,
  };
});

/** The losses that mean something: at the threshold, and of a tenth, half and all of the pool. */
export const Table = /* @__PURE__ */ part('table', 'loss-simulator', 'table', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { preview, previewOf, nav, decimals, symbol } = useLossSimulator();
  if (!preview || decimals === null) return null;
  const { threshold, held } = preview;
  const figure = (atoms: bigint) => formatAmount(atoms, decimals, { locale: tag });
  const rows = [
    { label: t('threshold'), loss: threshold },
    ...sharesOf(nav).map(({ bps, loss }) => ({
      label: t('ofPool', { share: formatPercent(bps, { locale: tag }) }),
      loss,
    })),
  ];
  return {
    className: 'percosec-table',
    children: (
      <>
        <caption className="percosec-part percosec-label">{t('table', { unit: symbol })}</caption>
        <thead className="percosec-part">
          <tr className="percosec-part percosec-label">
            {(['columnLoss', 'columnPays', held ? 'columnKeep' : 'columnLeft'] as const).map((key, at) => (
              <th
                key={key}
                scope="col"
                className="percosec-part percosec-loss-simulator-cell"
                data-numeric={at > 0 || undefined}
              >
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="percosec-part">
          {rows.map(({ label, loss }) => {
            const one = previewOf(loss);
            if (!one) return null;
            return (
              <tr key={label} className="percosec-part">
                <th scope="row" className="percosec-part percosec-loss-simulator-cell">
                  <div className="percosec-part percosec-label">{label}</div> {figure(loss)}
                </th>
                <td className="percosec-part percosec-loss-simulator-cell" data-numeric>
                  {figure(one.paid + one.queued)}
                </td>
                <td className="percosec-part percosec-loss-simulator-cell" data-numeric>
                  {figure(one.held?.after ?? one.navAfter)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </>
    ),
  };
});

/** What the figures take for granted. */
export const Assumptions = /* @__PURE__ */ part('p', 'loss-simulator', 'assumptions', () => {
  const t = useWords();
  const { preview, openDeficit, absorbed, whose, money } = useLossSimulator();
  if (!preview) return null;
  return {
    className: 'percosec-label',
    children: [
      absorbed > 0n ? t('withBuffer', { buffer: money(absorbed) }) : t('noBuffer'),
      openDeficit > 0n && t('open', { amount: money(openDeficit) }),
      whose === null && t('closed'),
    ]
      .filter(Boolean)
      .join(' '),
  };
});

/** What could not be read, or is out of date. Always there, so that it is read aloud when it comes. */
export const Problem = /* @__PURE__ */ part('div', 'loss-simulator', 'problem', () => {
  const t = useWords();
  const common = useMessages('common', commonMessages);
  const wordsOf = useErrorWords();
  const { state, error, retry, staleSince, decimals } = useLossSimulator();
  const { tag } = useSettings();
  const defaults = { role: 'status', 'data-state': state };
  if (state === 'ready' || state === 'loading') return defaults;
  if (state === 'error' && error) return { ...defaults, children: <Trouble error={error} retry={retry} /> };
  return {
    ...defaults,
    className: 'percosec-notice',
    children:
      state === 'stale' && staleSince !== null
        ? t('stale', { time: localTime(staleSince, tag) })
        : state === 'partial' && error
          ? common('partial', { reason: wordsOf(error).what })
          : t(state === 'partial' ? (decimals === null ? 'noDecimals' : 'unread') : (state as 'empty')),
  };
});

/** That deposits can be lost. */
export const Notice = /* @__PURE__ */ part('p', 'loss-simulator', 'notice', () => ({ children: useWords()('notice') }));
