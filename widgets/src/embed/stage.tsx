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
  const inShadow = 'host' in root;
  adoptStyles(inShadow ? root : (root.getRootNode() as Document), nonce);
  const [body, portal] = [root.ownerDocument.createElement('div'), root.ownerDocument.createElement('div')];
  // No boxes of their own: the badge stands in a line of text.
  for (const one of [body, portal]) one.style.display = 'contents';
  root.append(body, ...(inShadow ? [portal] : []));
  const leaveDialogs = inShadow ? keepDialogs(portal, body) : undefined;
  stages += 1;
  const react = createRoot(body, { identifierPrefix: `percosec-${stages}-` });
  return {
    render(props) {
      react.render(<Embedded {...(inShadow && { portalContainer: portal })} {...props} />);
    },
    close() {
      react.unmount();
      leaveDialogs?.();
      body.remove();
      portal.remove();
    },
  };
}
