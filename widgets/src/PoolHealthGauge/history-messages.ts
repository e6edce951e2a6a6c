// What the charts say, loaded with them.
export const poolHistoryMessages = {
  summary: 'First {first}, last {last}, low {low}, high {high}',
  noHistory: 'No epoch has been settled yet.',
  incomplete: 'Some epochs could not be read and are missing.',
  when: 'Settled',
  slot: 'Slot {slot}',
} as const;
