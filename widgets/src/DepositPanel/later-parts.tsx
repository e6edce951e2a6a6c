'use client';

// Parts whose code comes later than the frame that they stand in.
import {
  type ComponentType,
  type Context,
  cloneElement,
  createElement,
  forwardRef,
  isValidElement,
  type PropsWithChildren,
  type ReactNode,
} from 'react';
import { useWidget } from '../core/widget.tsx';

/** `later = laterParts(context, …)`, and `later('Title')` is the part that the frame's context has by that name once it is loaded. */
export const laterParts =
  <Loaded extends object>(context: Context<Loaded | null>, ...frame: [widget: string, root?: string]) =>
  <Name extends keyof Loaded>(name: Name): Loaded[Name] =>
    forwardRef<unknown, object>((props, ref) =>
      createElement(useWidget(context, ...frame)[name] as ComponentType<object>, { ...props, ref } as object),
    ) as unknown as Loaded[Name];

interface Frame {
  readonly asChild?: boolean | undefined;
  readonly children?: ReactNode;
}

/** The frame's children with something around them, which stands inside of the host's element where the frame is one. */
export function around({ asChild, children }: Frame, scope: (inside: ReactNode) => ReactNode): ReactNode {
  if (!asChild) return scope(children);
  // Who renders the frame says what is wrong with any other.
  if (!isValidElement<PropsWithChildren>(children)) return children;
  return cloneElement(children, undefined, scope(children.props.children));
}
