export const riskBadgeMessages = {} as const;
