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
import type { Props } from './merge.ts';
import { type PartProps, renderPart, type Tag } from './part.tsx';
import { useSettings, WidgetSettings, type WidgetSettingsProps } from './settings.tsx';
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
 * `context`, and hands on the props that are the element's.
 */
export function widget<T extends Tag, Own extends object, Value>(
  tag: T,
  name: string,
  context: Context<Value | null>,
  use: (props: Own & ComponentPropsWithoutRef<T>) => readonly [value: Value, elementProps: object],
): WidgetRoot<T, Own> {
  // biome-ignore lint/correctness/noComponentHookFactories: called once a widget, where its module is loaded
  const Root = forwardRef<unknown, Props>((props, ref) => {
    const [value, elementProps] = use(props as Own & ComponentPropsWithoutRef<T>);
    return (
      <context.Provider value={value}>
        {renderPart(tag, name, 'root', useFrame(), elementProps as Props, ref as Ref<never>)}
      </context.Provider>
    );
  });
  return forwardRef<unknown, WidgetSource & WidgetSettingsProps & { readonly market?: unknown }>(
    (
      {
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
        nonce,
        ...props
      },
      ref,
    ) => (
      <WidgetSettings {...{ theme, locale, messages, explorer, symbols, portalContainer, nonce }}>
        <Contained name={name} market={props.market} onEvent={onEvent}>
          <Sourced {...{ client, connection, rpcUrl, wsUrl, apiUrl, wallet, queryClient, onEvent }}>
            <Root {...props} ref={ref} />
          </Sourced>
        </Contained>
      </WidgetSettings>
    ),
  ) as unknown as WidgetRoot<T, Own>;
}

function Contained({
  name,
  market,
  onEvent,
  children,
}: {
  readonly name: string;
  readonly market: unknown;
  readonly onEvent: ((event: HostEvent) => void) | undefined;
  readonly children: ReactNode;
}) {
  const tell = useTell();
  return (
    <WidgetBoundary
      settings={useSettings()}
      onError={(error) => {
        const event: HostEvent = { type: 'error', widget: name, market: market == null ? null : String(market), error };
        // In a task of its own: what the host's listener throws is the host's.
        queueMicrotask(() => (onEvent ?? tell)?.(event));
      }}
    >
      {children}
    </WidgetBoundary>
  );
}

/** A provider of its own only where the host said something of its own. */
function Sourced({ children, ...source }: WidgetSource & { readonly children: ReactNode }) {
  if (Object.values(source).every((value) => value === undefined)) return children;
  return <PercosecClientProvider {...source}>{children}</PercosecClientProvider>;
}

/** What the parts of a widget read; a part outside of its widget says so. */
export function useWidget<Value>(context: Context<Value | null>, name: string): Value {
  const value = useContext(context);
  if (value === null)
    throw new Error(
      `A part of ${name} stands outside of <${name}.Root>, from which it takes what it shows. Put it inside.`,
    );
  return value;
}
