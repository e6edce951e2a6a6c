// A field for each token.
import type { ReactNode } from 'react';
import type { Colour, ThemeOptions } from '../../widgets/src/theme/theme.ts';
import { hexOf } from './contrast.ts';
import { COLOURS, type ColourToken, MEASURES, type MeasureToken } from './tokens.ts';

export interface ControlsProps {
  readonly options: ThemeOptions;
  readonly onChange: (options: ThemeOptions) => void;
}

const BASES = ['auto', 'light', 'dark', 'high-contrast', 'inherit'] as const;

/** What a slider can set: from, to, step, unit. */
const RANGES: Readonly<Record<string, readonly [number, number, number, string]>> = {
  radius: [0, 24, 1, 'px'],
  space: [2, 8, 0.5, 'px'],
  size: [11, 20, 0.5, 'px'],
  motion: [0, 400, 10, 'ms'],
};

const FONTS = ['inherit', 'system-ui, sans-serif', 'Georgia, serif', 'ui-monospace, monospace'];

export function Controls({ options, onChange }: ControlsProps): ReactNode {
  const { base = 'auto', ...given } = options;
  return (
    <form className="playground-controls" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>base</span>
        <select
          value={base}
          onChange={({ target }) => onChange({ ...options, base: target.value as (typeof BASES)[number] })}
        >
          {BASES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>Colours, in light and in dark</legend>
        {COLOURS.map((token) => (
          <ColourField
            key={token.name}
            token={token}
            value={given[token.name]}
            onChange={(colour) => onChange({ ...options, [token.name]: colour })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>Measures</legend>
        {MEASURES.map((token) => (
          <MeasureField
            key={token.name}
            token={token}
            value={given[token.name] ?? token.value}
            onChange={(value) => onChange({ ...options, [token.name]: value })}
          />
        ))}
      </fieldset>
      <button type="button" onClick={() => onChange({})}>
        Begin again
      </button>
    </form>
  );
}

interface FieldProps<Token, Value> {
  readonly token: Token;
  readonly value: Value;
  readonly onChange: (value: NonNullable<Value>) => void;
}

function ColourField({ token, value, onChange }: FieldProps<ColourToken, Colour | undefined>) {
  const both = typeof value === 'string' ? { light: value, dark: value } : (value ?? token);
  const field = (scheme: 'light' | 'dark') => (
    <input
      type="color"
      aria-label={`${token.name} in ${scheme}`}
      value={hexOf(both[scheme])}
      onChange={({ target }) => onChange({ light: both.light, dark: both.dark, [scheme]: target.value })}
    />
  );
  return (
    <div className="playground-field" title={token.use}>
      <span>{token.name}</span>
      {field('light')}
      {field('dark')}
    </div>
  );
}

function MeasureField({ token, value, onChange }: FieldProps<MeasureToken, string>) {
  const range = RANGES[token.name];
  if (!range)
    return (
      <label className="playground-field" title={token.use}>
        <span>{token.name}</span>
        <input list="playground-fonts" value={value} onChange={({ target }) => onChange(target.value)} />
        <datalist id="playground-fonts">
          {FONTS.map((font) => (
            <option key={font} value={font} />
          ))}
        </datalist>
      </label>
    );
  const [min, max, step, unit] = range;
  return (
    <label className="playground-field" title={token.use}>
      <span>{token.name}</span>
      <input
        type="range"
        {...{ min, max, step }}
        value={Number.parseFloat(value)}
        aria-valuetext={value}
        onChange={({ target }) => onChange(`${target.value}${unit}`)}
      />
      <output>{value}</output>
    </label>
  );
}
