// The results as a person reads them: the same tables for a terminal and for docs/bench.md.
import { PROGRAM_NAMES } from '../tests/programs/support/artifacts.ts';
import type { Goal } from './goals.ts';
import { type Results, unitsOf } from './measure.ts';

interface Section {
  readonly title: string;
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const number = (value: number) => value.toLocaleString('en');
const ratio = (part: number, whole: number) => (part / whole).toFixed(2);
const NONE = '—';

const named = (instruction: string, circumstances: string) =>
  circumstances === '' ? instruction : `${instruction}, ${circumstances}`;

function instructions(results: Results): Section {
  const order = [...PROGRAM_NAMES, 'floor', 'anchor_1_twin'];
  const rows = [...results.computeUnits].sort(
    (left, right) =>
      order.indexOf(left.program) - order.indexOf(right.program) || left.instruction.localeCompare(right.instruction),
  );
  return {
    title: 'Every instruction',
    says: `Compute units over ${results.markets} markets and several amounts. Where an account is made, its bump decides: hence the spread.`,
    head: ['program', 'instruction', 'median', 'least', 'most', 'runs'],
    rows: rows.map(({ program, instruction, circumstances, median, min, max, runs }, index) => [
      rows[index - 1]?.program === program ? '' : program,
      named(instruction, circumstances),
      ...[median, min, max, runs].map(number),
    ]),
  };
}

const COMPARED = [
  ['insurance_pool', 'deposit', 'existing position', 'deposit', 'transfer and mint_to'],
  ['insurance_pool', 'withdraw', 'existing position', 'withdraw', 'burn and transfer'],
  ['premium_manager', 'settle_epoch', 'no keeper', 'transfers', 'one'],
  ['premium_manager', 'settle_epoch', 'keeper paid', 'transfers', 'two'],
  ['insolvency_handler', 'report_deficit', 'payout', 'transfers', 'one'],
  ['insolvency_handler', 'report_deficit', 'payout, keeper paid', 'transfers', 'two'],
] as const;

function beside(results: Results): Section {
  return {
    title: 'Beside the floor and a twin',
    says:
      'Floor: a bare program that makes the same calls of the token program and nothing else. ' +
      'Twin: deposit and withdraw in plain Anchor 1, on the same books with the same amounts.',
    head: ['instruction', 'here', 'floor', '× floor', 'twin', '× twin'],
    rows: COMPARED.map(([program, instruction, circumstances, floorInstruction, calls]) => {
      const own = unitsOf(results, program, instruction, circumstances).median;
      const floor = unitsOf(results, 'floor', floorInstruction, calls).median;
      const twin = results.computeUnits.find(
        (row) =>
          row.program === 'anchor_1_twin' && row.instruction === instruction && row.circumstances === circumstances,
      )?.median;
      const figures = [number(own), number(floor), ratio(own, floor)];
      return [
        named(instruction, circumstances),
        ...figures,
        ...(twin === undefined ? [NONE, NONE] : [number(twin), ratio(own, twin)]),
      ];
    }),
  };
}

function spending(results: Results): Section {
  const [first] = results.spending;
  if (first === undefined) throw new Error('nothing was recorded');
  return {
    title: 'What it is spent on',
    says:
      'One run each on an existing position, premium unsettled, every executed instruction recorded by the VM and booked ' +
      'to what it works towards; what remains of the bill is the charge of the runtime. Exact, but for one unit between the ' +
      'two calls and the clock.',
    head: ['compute units', ...results.spending.map(({ instruction }) => instruction)],
    rows: [
      ...first.lines.map(({ purpose }, line) => [
        purpose,
        ...results.spending.map(({ lines }) => number(lines[line]?.units ?? 0)),
      ]),
      ['all of it', ...results.spending.map(({ total }) => number(total))],
    ],
  };
}

const artifacts = (results: Results): Section => ({
  title: 'Artifacts',
  says: 'What is deployed, and what it is compared with.',
  head: ['program', 'bytes'],
  rows: results.artifacts.map(({ name, bytes }) => [name, number(bytes)]),
});

const verdict = (goals: readonly Goal[]): Section => ({
  title: 'Goals',
  says: 'Medians of the tables above.',
  head: ['goal', 'measured', 'limit', 'unit', 'verdict'],
  rows: goals.map(({ what, measured, limit, unit, met }) => [
    what,
    number(measured),
    number(limit),
    unit,
    met ? 'met' : `missed by ${number(measured - limit)}`,
  ]),
});

const sections = (results: Results, goals: readonly Goal[]): Section[] => [
  instructions(results),
  beside(results),
  spending(results),
  artifacts(results),
  verdict(goals),
];

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

export function text(results: Results, goals: readonly Goal[]): string {
  return sections(results, goals)
    .map(
      (section) =>
        `${[section.title, `  ${section.says}`, '', ...aligned(section).map((line) => `  ${line}`)].join('\n')}\n`,
    )
    .join('\n');
}

export function markdown(results: Results, goals: readonly Goal[]): string {
  const parts = sections(results, goals).map((section) => {
    const figures = figureColumns(section);
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const rule = line(figures.map((figure) => (figure ? '---:' : '---')));
    return `## ${section.title}\n\n${section.says}\n\n${[line(section.head), rule, ...section.rows.map(line)].join('\n')}\n`;
  });
  return `# Compute units and bytes

Written by \`npm run bench -- --write\` from the committed artifacts: don't edit. The figures are counts of the virtual machine,
the same on every machine and in every run. Times are nowhere among them.

${parts.join('\n')}`;
}
