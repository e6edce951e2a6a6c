export const claimHistoryMessages = {} as const;
