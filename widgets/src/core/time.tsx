'use client';

// Moments and spans of time as a person reads them: local time first, UTC beside it.
import type { ChainClock } from '@percosec/sdk';
import { timeOfSlot } from '@percosec/sdk/math';
import { useChainClock, usePercosec } from '@percosec/sdk/react/core';
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSettings } from './settings.tsx';

const MINUTE = 60n;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** `3 d 4 h`: the two largest units that matter, cut, never negative. */
export function duration(milliseconds: bigint, tag: string): string {
  const seconds = milliseconds > 0n ? milliseconds / 1_000n : 0n;
  const parts: [Intl.NumberFormatOptions['unit'], bigint][] =
    seconds >= DAY
      ? [
          ['day', seconds / DAY],
          ['hour', (seconds % DAY) / HOUR],
        ]
      : seconds >= HOUR
        ? [
            ['hour', seconds / HOUR],
            ['minute', (seconds % HOUR) / MINUTE],
          ]
        : seconds >= MINUTE
          ? [
              ['minute', seconds / MINUTE],
              ['second', seconds % MINUTE],
            ]
          : [['second', seconds]];
  // Japanese has its narrow units in Latin letters.
  const unitDisplay = new Intl.Locale(tag).language === 'ja' ? 'short' : 'narrow';
  // A number stays on the line of its unit.
  const said = (unit: Intl.NumberFormatOptions['unit'], value: bigint) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay }).format(value).replace(' ', '\u00a0');
  return parts
    .filter(([, value], at) => at === 0 || value > 0n)
    .map(([unit, value]) => said(unit, value))
    .join(' ');
}

/** The last moment that a date can tell, either way: an RPC may say any. */
const LAST = 8_640_000_000_000_000n;

const isMoment = (milliseconds: number | bigint): boolean => milliseconds <= LAST && milliseconds >= -LAST;

/** Making one costs a hundred times what using it does. */
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

function formatted(milliseconds: number | bigint, tag: string, timeZone?: 'UTC'): string {
  if (!isMoment(milliseconds)) return '—';
  const key = `${tag} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    formats.set(key, format);
  }
  return format.format(Number(milliseconds));
}

export const utcTime = (milliseconds: number | bigint, tag: string): string =>
  `${formatted(milliseconds, tag, 'UTC')} UTC`;

export const localTime = (milliseconds: number | bigint, tag: string): string => formatted(milliseconds, tag);

const never = () => () => {};

/** False on the server and while its markup is taken over: the viewer's time zone is not known there. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** A moment in milliseconds of Unix time: local time, with UTC in its title. Renders a `<time>`. */
export function Moment({ at, children }: { readonly at: number | bigint; readonly children?: ReactNode }) {
  const { tag } = useSettings();
  const hydrated = useHydrated();
  const utc = utcTime(at, tag);
  if (!isMoment(at)) return '—';
  return (
    <time
      className="percosec-part"
      dateTime={new Date(Number(at)).toISOString()}
      title={hydrated ? `${localTime(at, tag)} · ${utc}` : utc}
    >
      {children ?? (hydrated ? localTime(at, tag) : utc)}
    </time>
  );
}

/** Runs with the chain's clock at once and whenever it ticks: all of a page share the client's one ticker, and nothing renders. */
export function useTick(run: (clock: ChainClock | null) => void): void {
  const { clock } = usePercosec().client;
  useEffect(() => {
    const tick = () => run(clock.get());
    tick();
    return clock.subscribe(tick);
  }, [clock, run]);
}

/** Writes a text into an element whenever the chain's clock has made it another one. What React renders there must stay the same. */
export function useTickingText(
  element: RefObject<HTMLElement | null>,
  text: (clock: ChainClock | null) => string,
): void {
  const write = useCallback(
    (clock: ChainClock | null) => {
      const next = text(clock);
      if (element.current && element.current.textContent !== next) element.current.textContent = next;
    },
    [element, text],
  );
  useTick(write);
}

const MINUTE_MS = 60_000n;

/** When a slot will be or was, in milliseconds, by the chain's clock; null where that or the slot is not known. Renders when the estimate has moved by a minute. */
export function useTimeOfSlot(slot: bigint | null | undefined): bigint | null {
  const select = useMemo(() => {
    let last: bigint | null = null;
    return (clock: ChainClock | null) => {
      if (clock === null || slot == null) return null;
      const at = timeOfSlot(slot, clock);
      const moved = last === null ? MINUTE_MS : at > last ? at - last : last - at;
      if (moved >= MINUTE_MS) last = at;
      return last;
    };
  }, [slot]);
  return useChainClock(select);
}
