// Every method there is.
import { accounts } from './accounts.ts';
import { blocks } from './blocks.ts';
import { cluster } from './cluster.ts';
import { control } from './control.ts';
import type { Methods } from './method.ts';
import { sending } from './sending.ts';
import { tokens } from './tokens.ts';
import { transactions } from './transactions.ts';

export const methods: Methods = {
  ...accounts,
  ...blocks,
  ...cluster,
  ...control,
  ...sending,
  ...tokens,
  ...transactions,
};
