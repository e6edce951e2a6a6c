'use client';

import { useMessages } from '../core/messages.ts';
import { part } from '../core/part.tsx';
import { depositPanelMessages } from './messages.ts';
import { useShell } from './shell.ts';

const useWords = () => useMessages('depositPanel', depositPanelMessages);

/** Which market. Renders a `<p>`. */
export const Title = /* @__PURE__ */ part('p', 'deposit-panel', 'title', () => ({
  className: 'percosec-title',
  children: useWords()('title', { market: useShell().name }),
}));

/** That deposits can be lost: as large as what they earn. Renders a `<p>`. */
export const Notice = /* @__PURE__ */ part('p', 'deposit-panel', 'notice', () => ({ children: useWords()('notice') }));

/** Both, close together, as the ready-made panel begins. */
export const Heading = () => (
  <div className="percosec-part">
    <Title />
    <Notice />
  </div>
);
