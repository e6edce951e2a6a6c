// The bands of the composite score, as the risk engine writes them.
import { word } from './codec.ts';

export type Grade = 'Low' | 'Moderate' | 'High' | 'Extreme';

export const grade = /* @__PURE__ */ word<Grade>(8, ['Low', 'Moderate', 'High', 'Extreme']);
