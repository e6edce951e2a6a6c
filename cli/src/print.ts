// How answers look: plain lines for people, one JSON object with exact strings for machines.
import type { Terminal } from './terminal.ts';

export type Row = readonly [label: string, value: string, note?: string | undefined];

export interface Printer {
  heading(text: string): void;
  rows(rows: readonly Row[]): void;
  line(text: string): void;
}

const paint = (terminal: Terminal, code: number, text: string) =>
  terminal.colors ? `\u001b[${code}m${text}\u001b[0m` : text;

export function printer(terminal: Terminal): Printer {
  return {
    heading: (text) => terminal.out(`\n${paint(terminal, 1, text)}`),
    line: (text) => terminal.out(text),
    rows(rows) {
      const width = Math.max(...rows.map(([label]) => label.length));
      for (const [label, value, note] of rows) {
        const remark = note === undefined ? '' : `  ${paint(terminal, 2, note)}`;
        terminal.out(`  ${label.padEnd(width)}  ${value}${remark}`);
      }
    },
  };
}

/** Exact: a bigint becomes its digits, bytes become hex. */
export const json = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, part) => {
      if (typeof part === 'bigint') return part.toString();
      if (part instanceof Uint8Array) return Array.from(part, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return part;
    },
    2,
  );
