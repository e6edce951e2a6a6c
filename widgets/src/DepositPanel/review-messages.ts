// What a review says besides what is reviewed; loaded with the first.
export const reviewMessages = {
  back: 'Back',
  close: 'Close',
  goesOn: 'It goes on if you close this; the panel shows where it is.',
} as const;
