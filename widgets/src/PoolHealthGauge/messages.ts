export const poolHealthGaugeMessages = {} as const;
