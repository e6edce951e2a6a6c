import { createRoot } from 'react-dom/client';
import { keepDialogs } from './dialogs.ts';
import { Embedded, type EmbedProps } from './Embedded.tsx';
import { adoptStyles } from './styles.ts';

export interface Stage {
  render(props: EmbedProps): void;
  close(): void;
}

let stages = 0;

/** Where one widget is rendered: into a shadow root, or into an element of the page's own. */
export function openStage(root: ShadowRoot | HTMLElement, nonce: string | undefined): Stage {
  const inShadow = root instanceof ShadowRoot;
  adoptStyles(inShadow ? root : (root.getRootNode() as Document), nonce);
  const body = root.ownerDocument.createElement('div');
  // In a line of text, the badge's own element decides.
  body.style.display = 'contents';
  const portal = root.ownerDocument.createElement('div');
  root.append(body, ...(inShadow ? [portal] : []));
  const leaveDialogs = inShadow ? keepDialogs(portal, body) : undefined;
  stages += 1;
  const react = createRoot(body, { identifierPrefix: `percosec-${stages}-` });
  return {
    render(props) {
      const places = { nonce, ...(inShadow && { portalContainer: portal }) };
      react.render(<Embedded {...places} {...props} />);
    },
    close() {
      react.unmount();
      leaveDialogs?.();
      body.remove();
      portal.remove();
    },
  };
}
