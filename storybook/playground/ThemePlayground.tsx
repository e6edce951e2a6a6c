// A theme while it is made: what it does to every widget, whether it can be read, and what to put into one's own code.
import { useMemo, useState } from 'react';
import { createTheme, type ThemeOptions } from '../../widgets/src/theme/theme.ts';
import { Contrasts } from './Contrasts.tsx';
import { Controls } from './Controls.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Showcase } from './Showcase.tsx';
import type { Scene } from './scene.ts';
import './ThemePlayground.css';
import { asCode, asCss } from './written.ts';

export function ThemePlayground({ scene }: { readonly scene: Scene }) {
  const [options, setOptions] = useState<ThemeOptions>({});
  const theme = useMemo(() => createTheme(options), [options]);
  const [code, css] = [asCode(options), asCss(options)];
  return (
    <main className="playground">
      <aside aria-label="Tokens">
        <Controls options={options} onChange={setOptions} />
      </aside>
      <section aria-label="Widgets" className="playground-stages">
        {(['light', 'dark'] as const).map((scheme) => (
          <div key={scheme} className="playground-stage" style={{ colorScheme: scheme }}>
            <h2>{`On a ${scheme} page`}</h2>
            <Showcase scene={scene} theme={theme} name={`SOL-PERP, ${scheme}`} />
          </div>
        ))}
      </section>
      <section aria-label="Contrast">
        <Contrasts theme={theme} />
      </section>
      <section aria-label="Export" className="playground-export">
        <h2>To take with you</h2>
        <Exported what="code" text={code} />
        <Exported what="CSS" text={css} />
      </section>
    </main>
  );
}

const Exported = ({ what, text }: { readonly what: string; readonly text: string }) => (
  <>
    <CopyButton what={`as ${what}`} text={text} />
    <textarea readOnly aria-label={`As ${what}`} rows={text.split('\n').length} value={text} spellCheck={false} />
  </>
);
