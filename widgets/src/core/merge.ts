// What a part says of itself and what the host says of it, on one element: the host has the last word, no handler is lost.
import { type Ref, version } from 'react';

export type Props = Record<string, unknown>;

/** The host's handler runs first; one that prevents the default prevents the part's own, too. */
const both =
  (host: (event: unknown) => void, own: (event: unknown) => void) => (event: { defaultPrevented: boolean }) => {
    host(event);
    if (!event?.defaultPrevented) own(event);
  };

export function merge(own: Props, host: Props): Props {
  const merged: Props = { ...own };
  for (const [name, value] of Object.entries(host)) {
    const before = own[name];
    if (name === 'className') merged[name] = [before, value].filter(Boolean).join(' ');
    else if (name === 'style') merged[name] = { ...(before as object), ...(value as object) };
    else if (/^on[A-Z]/.test(name) && typeof before === 'function' && typeof value === 'function')
      merged[name] = both(value as never, before as never);
    else if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** React 19 keeps an element's ref in its props, React 18 beside them. */
export const refOf = (element: { readonly props: unknown }): Ref<unknown> | undefined =>
  ((version > '19' ? element.props : element) as { ref?: Ref<unknown> }).ref;

export function bothRefs<T>(one: Ref<T> | undefined, other: Ref<T> | undefined): Ref<T> | undefined {
  if (!one || !other) return one ?? other;
  return (node) => {
    for (const ref of [one, other])
      if (typeof ref === 'function') ref(node);
      else if (ref) (ref as { current: T | null }).current = node;
  };
}
