import { PercosecError } from '@percosec/sdk';
import type { EmbedProps } from './Embedded.tsx';
import { openStage } from './stage.tsx';

export interface MountOptions extends EmbedProps {
  /** In a shadow root, where the page's CSS doesn't reach it; so unless told otherwise. */
  readonly shadow?: boolean | undefined;
  /** For the `<style>` that browsers without constructable style sheets need, under a content security policy. */
  readonly nonce?: string | undefined;
}

export interface Mounted {
  /** Changes what is said, in place; the rest stays. */
  update(props: Partial<EmbedProps>): void;
  unmount(): void;
}

/** Puts a widget into an element of the page, behind what is there. */
export function mount(target: Element, { shadow = true, nonce, ...options }: MountOptions): Mounted {
  // Not by its class: the element may be another window's.
  if (target?.nodeType !== 1)
    throw new PercosecError(
      'InvalidArgument',
      'mount: there is no such element on the page. Give the one to put it into.',
      {
        argument: 'target',
        found: target,
      },
    );
  let props: EmbedProps = options;
  const host = target.ownerDocument.createElement(props.widget === 'risk-badge' ? 'span' : 'div');
  target.append(host);
  const stage = openStage(shadow ? host.attachShadow({ mode: 'open' }) : host, nonce);
  stage.render(props);
  return {
    update(changed) {
      props = { ...props, ...changed };
      stage.render(props);
    },
    unmount() {
      stage.close();
      host.remove();
    },
  };
}
