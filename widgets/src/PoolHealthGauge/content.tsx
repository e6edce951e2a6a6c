'use client';

// What the parts show: a function of the pool's health for each of them, and the words.
import { Chart } from './Chart.tsx';
import type { PoolHealth } from './context.ts';
import { figures } from './figures.tsx';
import { meter, standing } from './meter.tsx';
import { waterfall } from './waterfall.tsx';

export { poolContentMessages } from './content-messages.ts';
export { Notices } from './Notices.tsx';

export const content = {
  ...figures,
  meter,
  standing,
  waterfall,
  'share-price-sparkline': (_: PoolHealth) => ({ children: <Chart of="sharePrice" /> }),
  'apy-sparkline': (_: PoolHealth) => ({ children: <Chart of="apy" /> }),
};
