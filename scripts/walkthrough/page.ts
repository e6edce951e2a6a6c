// The walk's page: headings, sentences, aligned figures.
import { bold, dim } from '../terminal.ts';

const print = (line = '') => console.log(line);

let steps = 0;

export function step(title: string, ...sentences: string[]): void {
  steps += 1;
  print(`\n${bold(`${steps}. ${title}`)}`);
  for (const sentence of sentences) print(`   ${sentence}`);
}

export const aside = (sentence: string) => print(`\n   ${sentence}`);

/** Rows of label, figure and, where it helps, what the figure means. */
export function figures(rows: readonly (readonly [label: string, figure: string, note?: string])[]): void {
  const labels = Math.max(...rows.map(([label]) => label.length));
  const values = Math.max(...rows.map(([, value]) => value.length));
  print();
  for (const [label, value, note = ''] of rows) {
    print(`     ${label.padEnd(labels)}   ${value.padStart(values)}   ${note && dim(note)}`.trimEnd());
  }
}

/** A table; columns of figures are right-aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const columns = head.map((title, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const width = Math.max(...[title, ...cells].map((cell) => cell.length));
    const isFigures = cells.every((cell) => /^-?\d/.test(cell));
    return (cell: string) => (isFigures ? cell.padStart(width) : cell.padEnd(width));
  });
  const line = (cells: readonly string[]) => columns.map((align, column) => align(cells[column] ?? '')).join('   ');
  print();
  print(`     ${dim(line(head).trimEnd())}`);
  for (const row of rows) print(`     ${line(row).trimEnd()}`);
}
