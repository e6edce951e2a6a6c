'use client';

// Moments and spans of time as a person reads them: local time first, UTC beside it.
import type { ChainClock } from '@percosec/sdk';
import { usePercosec } from '@percosec/sdk/react/core';
import { type ReactNode, type RefObject, useEffect, useSyncExternalStore } from 'react';
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
  return parts
    .filter(([, value], at) => at === 0 || value > 0n)
    .map(([unit, value]) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value))
    .join(' ');
}

const formatted = (milliseconds: number, tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', ...options }).format(milliseconds);

export const utcTime = (milliseconds: number | bigint, tag: string): string =>
  `${formatted(Number(milliseconds), tag, { timeZone: 'UTC' })} UTC`;

export const localTime = (milliseconds: number | bigint, tag: string): string =>
  formatted(Number(milliseconds), tag, {});

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
  return (
    <time dateTime={new Date(Number(at)).toISOString()} title={hydrated ? `${localTime(at, tag)} · ${utc}` : utc}>
      {children ?? (hydrated ? localTime(at, tag) : utc)}
    </time>
  );
}

/**
 * Writes a text into an element whenever the chain's clock has made it another one: all such texts of a page share the
 * client's one ticker, and nothing renders. What React renders there must stay the same.
 */
export function useTickingText(
  element: RefObject<HTMLElement | null>,
  text: (clock: ChainClock | null) => string,
): void {
  const { clock } = usePercosec().client;
  useEffect(() => {
    const write = () => {
      const next = text(clock.get());
      if (element.current && element.current.textContent !== next) element.current.textContent = next;
    };
    write();
    return clock.subscribe(write);
  }, [clock, element, text]);
}
