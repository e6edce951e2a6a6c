// What the programs cost, as tables.
import { PROGRAM_NAMES } from '../../tests/programs/support/artifacts.ts';
import { NONE, number, type Part, ratio, type Section } from '../report.ts';
import { judge } from './goals.ts';
import { measure, type Results, unitsOf } from './measure.ts';

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

export function programsPart(): Part {
  const results = measure();
  return {
    title: 'The programs',
    says: 'Compute units and bytes of the committed artifacts: counts of the virtual machine, the same in every run.',
    sections: [instructions(results), beside(results), spending(results), artifacts(results)],
    goals: judge(results),
  };
}
