'use client';

import type { HostEvent } from '@percosec/sdk/react/core';
import { PercosecClientProvider, type PercosecProviderProps, useTell } from '@percosec/sdk/react/core';
import {
  type ComponentPropsWithoutRef,
  type Context,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type Ref,
  type RefAttributes,
  useContext,
} from 'react';
import { useFrame } from './frame.ts';
import { merge, type Props } from './merge.ts';
import { type Defaults, type PartProps, renderPart, type Tag } from './part.tsx';
import { WidgetSettings, type WidgetSettingsProps } from './settings.tsx';
import { WidgetBoundary } from './WidgetBoundary.tsx';

/** Where the chain and the wallet come from; what is left out comes from the PercosecProvider around the widget. */
export type WidgetSource = Omit<PercosecProviderProps, 'children'>;

/** What every widget takes beside its own props and those of its outermost element. */
export type WidgetProps<T extends Tag, Own> = Own & WidgetSource & WidgetSettingsProps & Omit<PartProps<T>, keyof Own>;

export type WidgetRoot<T extends Tag, Own> = ForwardRefExoticComponent<
  WidgetProps<T, Own> & RefAttributes<HTMLElementTagNameMap[T]>
>;

/**
 * The outermost part of a widget: a boundary that keeps errors in, the page's settings and source with what the props say
 * otherwise, and the element that carries the theme. `use` makes of the widget's own props what its parts read from
 * `context`, hands on the props that are the element's, and says what the element brings of itself, over which they are laid.
 */
export function widget<T extends Tag, Own extends object, Value>(
  tag: T,
  name: string,
  context: Context<Value | null>,
  use: (props: Own & ComponentPropsWithoutRef<T>) => readonly [value: Value, elementProps: object, defaults?: Defaults],
): WidgetRoot<T, Own> {
  // biome-ignore lint/correctness/noComponentHookFactories: called once a widget, where its module is loaded
  const Root = forwardRef<unknown, Props>((props, ref) => {
    const [value, elementProps, defaults = {}] = use(props as Own & ComponentPropsWithoutRef<T>);
    return (
      <context.Provider value={value}>
        {renderPart(tag, name, 'root', merge(useFrame(), defaults), elementProps as Props, ref as Ref<never>)}
      </context.Provider>
    );
  });
  return forwardRef<unknown, Given>((props, ref) => {
    // What is left is the widget's own, and its element's.
    const {
      client,
      connection,
      rpcUrl,
      wsUrl,
      apiUrl,
      wallet,
      queryClient,
      onEvent,
      theme,
      locale,
      messages,
      explorer,
      symbols,
      portalContainer,
      ...own
    } = props;
    const source = [client, connection, rpcUrl, wsUrl, apiUrl, wallet, queryClient, onEvent];
    const root = <Root {...own} ref={ref} />;
    return (
      <WidgetSettings {...props}>
        <Contained {...props} name={name}>
          {/* A provider of its own only where the host said something of its own. */}
          {source.some((one) => one !== undefined) ? (
            <PercosecClientProvider {...props}>{root}</PercosecClientProvider>
          ) : (
            root
          )}
        </Contained>
      </WidgetSettings>
    );
  }) as unknown as WidgetRoot<T, Own>;
}

type Given = WidgetSource & WidgetSettingsProps & { readonly market?: unknown; readonly children?: ReactNode };

function Contained({ name, market, onEvent, children }: Given & { readonly name: string }) {
  const tell = useTell();
  return (
    <WidgetBoundary
      onError={(error) => {
        const event: HostEvent = { type: 'error', widget: name, market: market ? String(market) : null, error };
        // In a task of its own: what the host's listener throws is the host's.
        queueMicrotask(() => (onEvent ?? tell)?.(event));
      }}
    >
      {children}
    </WidgetBoundary>
  );
}

/** What the parts of a widget read; a part outside of its widget says so. */
export function useWidget<Value>(context: Context<Value | null>, name: string, frame = `${name}.Root`): Value {
  const value = useContext(context);
  if (value === null) throw new Error(`Put parts of ${name} into <${frame}>.`);
  return value;
}
