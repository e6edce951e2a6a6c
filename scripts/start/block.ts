// What stands on the screen once everything runs.
import type { Ready } from '../../localnet/src/starter.ts';
import { bold } from '../terminal.ts';

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');

/** `title`, then each part's rows, the first part's most visible, then what else they say. */
export function block(title: string, parts: readonly Ready[]): string {
  const width = Math.max(...parts.flatMap(({ rows }) => rows.map(([label]) => label.length)));
  const [first = [], ...rest] = parts.map(({ rows }) =>
    rows.map(([label, value]) => [label.padEnd(width), value] as const),
  );
  const paragraphs = [
    bold(title),
    first.map(([label, value]) => `${label}   ${bold(value)}`).join('\n'),
    rest
      .flat()
      .map(([label, value]) => `${label}   ${value}`)
      .join('\n'),
    ...parts.map(({ text = '' }) => text),
    'Ctrl-C stops everything.',
  ];
  return `\n${paragraphs
    .filter((paragraph) => paragraph !== '')
    .map(indented)
    .join('\n\n')}\n`;
}
