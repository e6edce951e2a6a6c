// What holds for every part of every widget, tested in one way: a test's support, no part of the package.
import { fireEvent, render, waitFor } from '@testing-library/react';
import {
  createElement,
  createRef,
  type ElementType,
  type ReactElement,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { describe, expect, test, vi } from 'vitest';
import { tidy } from '../../../tests/scripted/tidy.ts';

export interface Conformance {
  /** As its class says it: `risk-badge`. */
  readonly widget: string;
  /** Its `data-part`; `root` for the outermost. */
  readonly part: string;
  readonly tag: keyof HTMLElementTagNameMap;
  /** Puts the part where it belongs: into a page with a chain, and into its widget's root unless it is that. */
  readonly within: (part: ReactElement) => ReactElement | Promise<ReactElement>;
  /** What the part can't do without. */
  readonly props?: Readonly<Record<string, unknown>>;
  /** What can stand in its place where a `section` can't: in a table, or for a field. */
  readonly child?: keyof HTMLElementTagNameMap;
  /** What it can hold, where that is not a text; its text is `Mine`. */
  readonly words?: ReactElement;
  /** What it does of itself on a click: `happened` must throw as long as it has not. */
  readonly onClick?: { readonly happened: (element: HTMLElement) => void };
}

const VOID = /^(input|img|hr|br)$/;

/** `conforms('RiskBadge.Grade', RiskBadge.Grade, { widget: 'risk-badge', part: 'grade', tag: 'span', within })` */
export function conforms(title: string, Part: ElementType, conformance: Conformance): void {
  const { widget, part, tag, within, props, child = 'section', words = 'Mine', onClick } = conformance;
  const own = `percosec-${widget}${part === 'root' ? '' : `-${part}`}`;

  async function show<E extends HTMLElement>(made: (ref: RefObject<E | null>) => ReactElement): Promise<E> {
    const ref = createRef<E>();
    render(await within(made(ref)));
    return waitFor(() => {
      if (ref.current === null) throw new Error(`${title} has not rendered, or gave its ref to nobody.`);
      return ref.current;
    });
  }

  describe(`${title} is a part like all`, () => {
    // Wrong nesting, unknown attributes, missing keys: React says them to the console.
    tidy();

    test('its element has the ref, its names, and what the host says', async () => {
      const element = await show((ref) => (
        <Part {...props} ref={ref} className="mine" style={{ opacity: 0.5 }} id="mine" data-mine="yes" />
      ));
      expect(element.tagName.toLowerCase()).toBe(tag);
      expect([...element.classList]).toEqual(expect.arrayContaining(['percosec-part', own, 'mine']));
      expect(element.dataset).toMatchObject({ part, mine: 'yes' });
      expect(element.style.opacity).toBe('0.5');
      expect(element.id).toBe('mine');
    });

    test('the host’s words go before its own', async () => {
      const children = VOID.test(tag) ? undefined : words;
      const element = await show((ref) => (
        <Part {...props} ref={ref} data-state="mine" aria-label="Mine" title="Mine">
          {children}
        </Part>
      ));
      expect(element.dataset.state).toBe('mine');
      expect(element.getAttribute('aria-label')).toBe('Mine');
      expect(element.title).toBe('Mine');
      if (children) expect(element.textContent).toBe('Mine');
    });

    test('the host’s handler is told', async () => {
      const told = vi.fn();
      const element = await show((ref) => <Part {...props} ref={ref} onKeyUp={told} onClick={told} />);
      fireEvent.keyUp(element, { key: 'x' });
      expect(told).toHaveBeenCalledOnce();
      if (element.matches(':disabled')) return;
      fireEvent.click(element);
      expect(told).toHaveBeenCalledTimes(2);
      if (onClick) await waitFor(() => onClick.happened(element));
    });

    if (onClick)
      test('a host that prevents the default prevents its own', async () => {
        const element = await show((ref) => (
          <Part {...props} ref={ref} onClick={(event: SyntheticEvent) => event.preventDefault()} />
        ));
        fireEvent.click(element);
        await expect(waitFor(() => onClick.happened(element), { timeout: 200 })).rejects.toThrow();
      });

    test('asChild puts all of it on the host’s own element', async () => {
      const theirs = createRef<HTMLElement>();
      const told = vi.fn();
      const children = VOID.test(child) ? undefined : words;
      const element = await show((ref) => (
        <Part {...props} asChild ref={ref} className="mine" style={{ opacity: 0.5 }} onKeyUp={told}>
          {createElement(
            child,
            { ref: theirs, className: 'theirs', style: { order: 3 }, id: 'theirs', onKeyUp: told },
            children,
          )}
        </Part>
      ));
      expect(element).toBe(theirs.current);
      expect(element.tagName.toLowerCase()).toBe(child);
      expect([...element.classList]).toEqual(expect.arrayContaining([own, 'mine', 'theirs']));
      // The host's element keeps the host's looks.
      expect(element.classList).not.toContain('percosec-part');
      expect([element.style.opacity, element.style.order]).toEqual(['0.5', '3']);
      expect(element.dataset.part).toBe(part);
      expect(element.id).toBe('theirs');
      if (children) expect(element.textContent).toBe('Mine');
      fireEvent.keyUp(element, { key: 'x' });
      expect(told).toHaveBeenCalledTimes(2);
    });
  });
}
