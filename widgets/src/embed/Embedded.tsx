'use client';

// A widget as a page without React has it: what the page says is looked at first, and one chain is read once for all.
import type { PercosecError } from '@percosec/sdk';
import type { HostEvent } from '@percosec/sdk/react/core';
import { QueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import { useFrame } from '../core/frame.ts';
import { merge } from '../core/merge.ts';
import { Problem } from '../core/Problem.tsx';
import { WidgetSettings, type WidgetSettingsProps } from '../core/settings.tsx';
import type { WidgetSource } from '../core/widget.tsx';
import type { Locale } from '../theme/catalogue.ts';
import { faultIn } from './faults.ts';
import { useLocale } from './locales.ts';
import { type EmbedWallet, useFollowedWallet } from './wallet.ts';
import { type WidgetName, widgets } from './widgets.ts';

export interface EmbedProps extends Omit<WidgetSource, 'wallet'>, Omit<WidgetSettingsProps, 'locale'> {
  readonly widget: WidgetName;
  /** The perp market's address. */
  readonly market?: string | undefined;
  /** What the market is called. */
  readonly name?: string | undefined;
  /** What signs. One that connects later says so by its events. */
  readonly wallet?: EmbedWallet | null | undefined;
  /** A language tag, whose words are loaded where there are any, or a catalogue. */
  readonly locale?: Locale | string | undefined;
}

let shared: QueryClient | undefined;

/** One for all of a page: with the same endpoint they have the same client, one read and one socket. */
function sharedQueryClient(): QueryClient {
  shared ??= new QueryClient();
  return shared;
}

export function Embedded(props: EmbedProps) {
  const wallet = useFollowedWallet(props.wallet);
  const locale = useLocale(props.locale);
  const fault = faultIn(props);
  if (fault) return <Faulty {...props} fault={fault} />;
  if (locale === 'loading') return null;
  const { widget, queryClient = sharedQueryClient(), ...rest } = props;
  const Widget = widgets()[widget] as ComponentType<object>;
  return <Widget {...rest} {...{ wallet, locale, queryClient }} />;
}

function Faulty({ fault, widget, market, onEvent, ...settings }: EmbedProps & { readonly fault: PercosecError }) {
  const { message } = fault;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, however often the page says the same again
  useEffect(() => {
    const event: HostEvent = { type: 'error', widget, market: market ?? null, error: fault };
    queueMicrotask(() => onEvent?.(event));
  }, [message]);
  return (
    <WidgetSettings messages={settings.messages}>
      <Broken error={fault} />
    </WidgetSettings>
  );
}

function Broken({ error }: { readonly error: PercosecError }) {
  const own = { className: 'percosec-part percosec-card', 'data-part': 'root', 'data-state': 'broken' };
  return (
    <div {...merge(own, useFrame())}>
      <Problem error={error} />
    </div>
  );
}
