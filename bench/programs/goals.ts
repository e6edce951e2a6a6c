// What the programs may cost. Judged by the median; the table of all instructions shows the worst beside it.
import { PROGRAM_NAMES } from '../../tests/programs/support/artifacts.ts';
import { atMost, type Goal } from '../report.ts';
import { type Results, unitsOf } from './measure.ts';

const OF_FLOOR = 1.6;
const OF_TWIN = 0.4;
const ARTIFACT_BYTES = 80 * 1_024;
const EXISTING = 'existing position';

export function judge(results: Results): Goal[] {
  const units = (program: string, instruction: string, circumstances: string) =>
    unitsOf(results, program, instruction, circumstances).median;
  const goal = (what: string, measured: number, limit: number, unit = 'CU') =>
    atMost(what, measured, Math.floor(limit), unit);
  const besidePeers = (instruction: string, calls: string) => {
    const own = units('insurance_pool', instruction, EXISTING);
    return [
      goal(`${instruction} at most ${OF_FLOOR} × its floor`, own, OF_FLOOR * units('floor', instruction, calls)),
      goal(
        `${instruction} at most ${OF_TWIN} × its twin`,
        own,
        OF_TWIN * units('anchor_1_twin', instruction, EXISTING),
      ),
    ];
  };
  return [
    ...besidePeers('deposit', 'transfer and mint_to'),
    ...besidePeers('withdraw', 'burn and transfer'),
    goal('update_score', units('risk_engine', 'update_score', 'full rings'), 9_000),
    goal('settle_epoch, keeper paid', units('premium_manager', 'settle_epoch', 'keeper paid'), 12_000),
    goal(
      'report_deficit with payout, keeper paid',
      units('insolvency_handler', 'report_deficit', 'payout, keeper paid'),
      15_000,
    ),
    ...results.artifacts
      .filter(({ name }) => PROGRAM_NAMES.some((program) => program === name))
      .map(({ name, bytes }) => goal(`${name}.so`, bytes, ARTIFACT_BYTES, 'bytes')),
  ];
}
