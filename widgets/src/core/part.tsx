'use client';

import {
  type ComponentPropsWithoutRef,
  cloneElement,
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  isValidElement,
  type JSX,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefAttributes,
} from 'react';
import { bothRefs, merge, type Props, refOf } from './merge.ts';

export type Tag = keyof HTMLElementTagNameMap & keyof JSX.IntrinsicElements;

export type PartProps<T extends Tag> = ComponentPropsWithoutRef<T> & {
  /** Renders its one child in place of its own element, and puts on it everything that would have been there. */
  readonly asChild?: boolean | undefined;
};

export type Part<T extends Tag, Own = unknown> = ForwardRefExoticComponent<
  PartProps<T> & Own & RefAttributes<HTMLElementTagNameMap[T]>
>;

/** What a part brings; the host's props are laid over it. */
export type Defaults = Props & { readonly children?: ReactNode; readonly 'data-state'?: string | undefined };

/** What is on every element of the kit: where it stands, for selectors, and a clean start whatever the host's CSS says. */
const named = (widget: string, name: string, asChild: unknown): Props => ({
  className: `${asChild ? '' : 'percosec-part '}percosec-${widget}${name === 'root' ? '' : `-${name}`}`,
  'data-part': name,
});

/** One element of a widget, or the host's in its place. */
export function renderPart(
  tag: Tag,
  widget: string,
  name: string,
  defaults: Defaults,
  { asChild, children, ...host }: Props & { asChild?: unknown; children?: ReactNode },
  ref: Ref<never>,
): ReactElement {
  const props = merge(merge(named(widget, name, asChild), defaults), host);
  if (!asChild) return createElement(tag, { ...props, ref }, children ?? defaults.children);
  if (!isValidElement<Props & { children?: ReactNode }>(children))
    throw new Error(`asChild of ${widget} ${name} wants one element.`);
  return cloneElement(
    children,
    { ...merge(props, children.props), ref: bothRefs(ref, refOf(children) as never) } as Props,
    children.props.children ?? defaults.children,
  );
}

/**
 * A part of a widget. `useDefaults` reads the widget's context and says what the element shows; what it is given are the
 * host's props; with null it shows nothing. Mark each call as pure, or bundlers keep it: `export const Grade = /​* @__PURE__ *​/ part('span', …)`.
 */
export const part = <T extends Tag>(
  tag: T,
  widget: string,
  name: string,
  useDefaults: (props: PartProps<T>) => Defaults | null,
): Part<T> =>
  forwardRef<unknown, Props>((props, ref) => {
    const defaults = useDefaults(props as PartProps<T>);
    return defaults && renderPart(tag, widget, name, defaults, props, ref as Ref<never>);
  }) as unknown as Part<T>;
