// Words of the calendar entry: loaded with it.
export const reminderMessages = {
  unlockEvent: '{name}: deposit unlocks',
  claimEvent: '{name}: withdrawal window',
  estimate: 'Estimated from the chain’s slots, 400 ms each: it may be earlier or later. Look before you act.',
} as const;
