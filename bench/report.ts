// Tables and goals as a person reads them: the same for a terminal and for docs/bench.md.
export interface Section {
  readonly title: string;
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Goal {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
  readonly met: boolean;
}

/** What one part of the bench found. */
export interface Part {
  readonly title: string;
  readonly says: string;
  readonly sections: readonly Section[];
  readonly goals: readonly Goal[];
}

export const NONE = '—';
export const number = (value: number) => value.toLocaleString('en');
export const ratio = (part: number, whole: number) => (part / whole).toFixed(2);

export const atMost = (what: string, measured: number, limit: number, unit: string): Goal => ({
  what,
  limit,
  measured,
  unit,
  met: measured <= limit,
});

export const atLeast = (what: string, measured: number, limit: number, unit: string): Goal => ({
  what,
  limit,
  measured,
  unit,
  met: measured >= limit,
});

const verdict = (goals: readonly Goal[]): Section => ({
  title: 'Goals',
  says: 'What the tables above have to hold to.',
  head: ['goal', 'measured', 'limit', 'unit', 'verdict'],
  rows: goals.map(({ what, measured, limit, unit, met }) => [
    what,
    number(measured),
    number(limit),
    unit,
    met ? 'met' : `missed by ${number(Math.abs(measured - limit))}`,
  ]),
});

const sectionsOf = ({ sections, goals }: Part): readonly Section[] =>
  goals.length === 0 ? sections : [...sections, verdict(goals)];

const isFigure = (cell: string) => cell === NONE || cell === '' || /^[\d,.]+$/.test(cell);

/** Columns that hold figures only, and are right-aligned therefore. */
const figureColumns = ({ head, rows }: Section) =>
  head.map((_, column) => column > 0 && rows.every((row) => isFigure(row[column] ?? '')));

function aligned({ head, rows, ...section }: Section): string[] {
  const figures = figureColumns({ head, rows, ...section });
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (figures[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}

export function text(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      const sections = sectionsOf(part).map((section) =>
        [section.title, `  ${section.says}`, '', ...aligned(section).map((line) => `  ${line}`), ''].join('\n'),
      );
      return [`${part.title}\n${part.says}\n`, ...sections].join('\n');
    })
    .join('\n');
}

export function markdown(part: Part): string {
  const sections = sectionsOf(part).map((section) => {
    const figures = figureColumns(section);
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const rule = line(figures.map((figure) => (figure ? '---:' : '---')));
    return `### ${section.title}\n\n${section.says}\n\n${[line(section.head), rule, ...section.rows.map(line)].join('\n')}\n`;
  });
  return [`## ${part.title}\n\n${part.says}\n`, ...sections].join('\n');
}
