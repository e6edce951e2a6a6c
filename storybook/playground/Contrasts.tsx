// What can be read on what, in the theme as it stands.
import { useLayoutEffect, useRef, useState } from 'react';
import type { Theme } from '../../widgets/src/theme/theme.ts';
import { contrastIn } from './contrast.ts';
import { COLOURS } from './tokens.ts';

/** WCAG's least for text of this size, and what the kit itself keeps to. */
const LEAST = 4.5;
const GOOD = 5;

const SCHEMES = ['light', 'dark'] as const;
const on = (name: string) => `--percosec-${name}`;
const words = COLOURS.filter(({ name }) => !['background', 'surface', 'line', 'onAccent'].includes(name));
const PAIRS = [
  ...words.flatMap(({ name, property }) => [
    { name: `${name} on background`, text: property, behind: on('background') },
    { name: `${name} on surface`, text: property, behind: on('surface') },
  ]),
  { name: 'onAccent on accent', text: on('on-accent'), behind: on('accent') },
];

const judged = (ratio: number) => (ratio >= GOOD ? 'good' : ratio >= LEAST ? 'enough' : 'too little');

export function Contrasts({ theme }: { readonly theme: Theme }) {
  const samples = useRef<Partial<Record<(typeof SCHEMES)[number], HTMLSpanElement | null>>>({});
  const [ratios, setRatios] = useState<readonly (readonly number[])[]>([]);
  useLayoutEffect(() => {
    const { light, dark } = samples.current;
    if (light && dark)
      setRatios(PAIRS.map(({ text, behind }) => [contrastIn(light, text, behind), contrastIn(dark, text, behind)]));
  }, [theme]);
  return (
    <table className="playground-contrasts">
      <caption>
        Contrast, as this browser computes it. Text needs 4.5 : 1; the kit’s own themes keep to 5 : 1 and more.
      </caption>
      <thead>
        <tr>
          <th scope="col">Words</th>
          {SCHEMES.map((scheme) => (
            <th key={scheme} scope="col">
              {scheme}
              <span className="playground-sample" style={{ colorScheme: scheme }}>
                <span
                  className="percosec"
                  data-theme={theme.base}
                  style={theme.style}
                  ref={(element) => {
                    samples.current[scheme] = element;
                  }}
                />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PAIRS.map(({ name }, row) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {SCHEMES.map((scheme, column) => {
              const ratio = ratios[row]?.[column];
              return (
                <td key={scheme} data-judged={ratio && judged(ratio)}>
                  {ratio === undefined ? '—' : `${ratio.toFixed(2)} : 1, ${judged(ratio)}`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
