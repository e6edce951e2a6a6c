export const withdrawUnlockTimerMessages = {
  title: 'Withdrawing from {name}',
} as const;
