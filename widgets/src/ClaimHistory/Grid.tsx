'use client';

// The table: of ten thousand rows only those that one sees are in the document. All have one height, so that where a row
// stands follows from its number.
import type { ClaimView } from '@percosec/sdk/math';
import { type KeyboardEvent, memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { colourBehind } from '../core/colour-behind.ts';
import { useMessages } from '../core/messages.ts';
import { ALL_COLUMNS, type ClaimColumn, columnOf } from './columns.tsx';
import { useClaimHistory } from './context.ts';
import { claimHistoryMessages } from './messages.ts';
import { moneyOf } from './money.ts';
import { newestInView } from './news.ts';

// Where CSS makes a block of a row, some browsers forget what it was.
const [TABLE, GROUP, ROW, HEADER, ROW_HEADER, CELL] = ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'];

const part = (name: string, shared = '') => ({
  className: `percosec-part percosec-claim-history-${name} ${shared}`,
  'data-part': name,
});

/** The window moves by so many rows, and has twice as many more at either end. */
const STEP = 4;

// A server has no layout, and says so.
const useLayout = typeof window === 'undefined' ? useEffect : useLayoutEffect;

export function Grid() {
  const reading = useClaimHistory();
  const { market, name, rows, columns: chosen = ALL_COLUMNS, view, change, settings } = reading;
  const { theme } = settings;
  const t = useMessages('claimHistory', claimHistoryMessages);
  const { symbol, decimals, reason } = moneyOf(reading);
  const columns = useMemo(
    () =>
      chosen.map((column) =>
        typeof column === 'string' ? columnOf(column, t(column), market ?? '', { decimals, reason }) : column,
      ),
    [chosen, t, market, decimals, reason],
  );
  const { order } = view;
  // Rows pass under it.
  const overRows = (head: HTMLElement | null) => {
    if (head && (typeof theme === 'string' ? theme : theme.base) === 'inherit')
      head.style.backgroundColor = colourBehind(head);
  };
  if (!rows.length) return null;
  return (
    <table {...part('grid', 'percosec-table')} role={TABLE} aria-rowcount={rows.length + 1}>
      <caption className="percosec-hidden">{t('caption', { name, symbol })}</caption>
      <thead {...part('head', 'percosec-label')} ref={overRows} role={GROUP}>
        <tr className="percosec-part" role={ROW} aria-rowindex={1}>
          {columns.map(({ name, header, value, numeric }) => {
            const sorted = order.by === name;
            return (
              <th
                key={name}
                {...part('header')}
                scope="col"
                role={HEADER}
                data-column={name}
                data-numeric={numeric || undefined}
                aria-sort={sorted ? (order.ascending ? 'ascending' : 'descending') : undefined}
              >
                {value ? (
                  <button
                    type="button"
                    {...part('sort', 'percosec-bare')}
                    onClick={() => change({ order: { ...order, by: name, ascending: sorted && !order.ascending } })}
                  >
                    {header}
                    <span className="percosec-part" aria-hidden="true">
                      {sorted ? (order.ascending ? ' ▲' : ' ▼') : ''}
                    </span>
                  </button>
                ) : (
                  header
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <Body key={market} columns={columns} />
    </table>
  );
}

function Body({ columns }: { readonly columns: readonly ClaimColumn[] }) {
  const { rows, view: chosen, change } = useClaimHistory();
  const { order, jumps, since } = chosen;
  const highlighted = since !== undefined && newestInView(chosen);
  const body = useRef<HTMLTableSectionElement>(null);
  // Before anything is measured there is a screenful.
  const [view, setView] = useState({ top: 0, seen: 24, height: 0 });
  const [active, setActive] = useState<{ readonly sequence: bigint; readonly focus?: boolean }>();

  const measure = useCallback(() => {
    const scroller = body.current?.parentElement?.parentElement;
    const row = body.current?.querySelector<HTMLElement>('[aria-rowindex]');
    if (!scroller || !row) return;
    change({ scrolled: scroller.scrollTop > 0 });
    const drawn = row.getBoundingClientRect();
    // To the fraction, and not as a dialog that is still growing shows it.
    const height = (drawn.height * row.offsetWidth) / drawn.width;
    if (!(height > 0)) return;
    const top = Math.max(Math.floor(scroller.scrollTop / height / STEP) * STEP, 0);
    const seen = Math.ceil(Math.min(scroller.clientHeight, innerHeight) / height);
    setView((last) =>
      last.top === top && last.seen === seen && last.height === height ? last : { top, seen, height },
    );
  }, [change]);

  useEffect(() => {
    const table = body.current?.parentElement;
    const scroller = table?.parentElement;
    if (!table || !scroller) return;
    // The table grows with its rows: with the letters, the zoom, the container.
    const observer = new ResizeObserver(measure);
    observer.observe(table);
    observer.observe(scroller);
    scroller.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', measure);
    };
  }, [measure]);

  const last = useRef({ rows, order, jumps });
  useLayout(() => {
    const scroller = body.current?.parentElement?.parentElement;
    const was = last.current;
    last.current = { rows, order, jumps };
    if (!scroller) return;
    if (was.jumps !== jumps && rows[0]) setActive({ sequence: rows[0].sequence, focus: true });
    if (was.order !== order || was.jumps !== jumps) scroller.scrollTop = 0;
    else if (was.rows !== rows && scroller.scrollTop > 0 && view.height) {
      // What one is reading stays where it is, whatever has come before it.
      const at = Math.floor(scroller.scrollTop / view.height);
      const now = rows.findIndex(({ sequence }) => sequence === was.rows[at]?.sequence);
      if (now >= 0) scroller.scrollTop += (now - at) * view.height;
    }
    measure();
  }, [rows, order, jumps, view.height, measure]);

  useLayout(() => {
    if (active?.focus) body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [active]);

  const onActive = useCallback(
    (sequence: bigint) => setActive((now) => (now?.sequence === sequence ? now : { sequence })),
    [],
  );

  const held = active ? rows.findIndex(({ sequence }) => sequence === active.sequence) : -1;
  const current = held < 0 ? Math.min(view.top, rows.length - 1) : held;

  const onKeyDown = (event: KeyboardEvent) => {
    const by: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: view.seen - 1,
      PageUp: 1 - view.seen,
      End: rows.length,
      Home: -rows.length,
    };
    const move = by[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = rows[Math.min(Math.max(current + move, 0), rows.length - 1)];
    if (to) setActive({ sequence: to.sequence, focus: true });
  };

  const from = Math.max(view.top - 2 * STEP, 0);
  const to = Math.min(view.top + view.seen + 3 * STEP, rows.length);
  const shown = Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at);
  // The row that has the focus stays in the document, wherever one scrolls.
  if (current < from) shown.unshift(current);
  if (current >= to) shown.push(current);

  let end = 0;
  const gap = (before: number) => {
    const height = (before - end) * view.height;
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that nobody can focus
    return height > 0 && <tr key={`gap-${end}`} className="percosec-part" aria-hidden="true" style={{ height }} />;
  };
  return (
    <tbody
      {...part('body')}
      ref={body}
      role={GROUP}
      onKeyDown={onKeyDown}
      onAnimationEnd={() => change({ since: undefined })}
    >
      {shown.flatMap((at) => {
        const claim = rows[at] as ClaimView;
        const before = gap(at);
        end = at + 1;
        return [
          before,
          <Row
            key={String(claim.sequence)}
            claim={claim}
            columns={columns}
            index={at}
            tabIndex={at === current ? 0 : -1}
            fresh={highlighted && claim.sequence >= since}
            onActive={onActive}
          />,
        ];
      })}
      {gap(rows.length)}
    </tbody>
  );
}

interface RowProps {
  readonly claim: ClaimView;
  readonly columns: readonly ClaimColumn[];
  readonly index: number;
  readonly tabIndex: number;
  readonly fresh: boolean;
  readonly onActive: (sequence: bigint) => void;
}

const Row = /* @__PURE__ */ memo(({ claim, columns, index, tabIndex, fresh, onActive }: RowProps) => (
  <tr
    {...part('row')}
    role={ROW}
    aria-rowindex={index + 2}
    tabIndex={tabIndex}
    data-state={claim.queuedAmount ? 'queued' : claim.fullyCovered ? 'covered' : 'uncovered'}
    data-new={fresh || undefined}
    onFocus={() => onActive(claim.sequence)}
  >
    {columns.map(({ name, header, cell, value, numeric }, at) => {
      const Cell = at ? 'td' : 'th';
      return (
        <Cell
          key={name}
          {...part(
            'cell',
            numeric && value?.(claim) === 0n ? 'percosec-unit' : name === 'uncoveredAmount' ? 'percosec-strong' : '',
          )}
          role={at ? CELL : ROW_HEADER}
          scope={at ? undefined : 'row'}
          data-column={name}
          data-label={typeof header === 'string' ? header : name}
          data-numeric={numeric || undefined}
          data-state={numeric && value?.(claim) === 0n ? 'zero' : undefined}
        >
          {cell(claim, { tabIndex })}
        </Cell>
      );
    })}
  </tr>
));
