/** The bands of the composite score: on chain ASCII, padded with zeros. */
export type Grade = 'Low' | 'Moderate' | 'High' | 'Extreme';

export const GRADE_BYTES = 8;
