// Every method there is.
import { accounts } from './accounts.ts';
import { cluster } from './cluster.ts';
import { control } from './control.ts';
import type { Methods } from './method.ts';
import { sending } from './sending.ts';
import { transactions } from './transactions.ts';

export const methods: Methods = { ...accounts, ...cluster, ...control, ...sending, ...transactions };
