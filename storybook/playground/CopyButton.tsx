import { useState } from 'react';

export function CopyButton({ what, text }: { readonly what: string; readonly text: string }) {
  const [said, setSaid] = useState<{ readonly text: string; readonly outcome: string }>();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ text, outcome: 'Copied' });
    } catch {
      setSaid({ text, outcome: 'The browser did not let it be copied: select the text instead' });
    }
  }
  return (
    <span className="playground-copy">
      <button type="button" onClick={copy}>{`Copy ${what}`}</button>
      <output aria-live="polite">{said?.text === text ? said.outcome : ''}</output>
    </span>
  );
}
