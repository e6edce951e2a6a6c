export const withdrawUnlockTimerMessages = {} as const;
