// Where a front-end finds the scenario's addresses, and the demo its wallet. The key is worth nothing anywhere else, and
// follows from a seed that everybody knows; it is given to nobody but this machine's own programs and pages all the same.
import { toldOn } from '../scenario/prepare.ts';
import { INVALID_REQUEST, RpcError } from './errors.ts';
import { type Methods, method } from './method.ts';

const open: Methods = method('percosec_scenario', [], ({ chain }) => toldOn(chain)?.scenario ?? null);
const demoKeypair = method('percosec_demoKeypair', [], ({ chain }) => {
  const told = toldOn(chain);
  return told === null ? null : [...told.cast.providers.demo.wallet.secretKey];
});
