// What a review says besides what is reviewed; loaded with the first.
export const reviewMessages = {
  reviewTitle: 'Deposit into {market}',
  youDeposit: 'You deposit',
  taken: 'Taken from the wallet',
  sharesAfter: 'Your shares afterwards',
  lossWarning: 'Deposits cover this market’s losses. Claims can take all of this; nobody makes up for it.',
  lockWarning: 'Until the lock ends it can’t be taken out, only be claimed.',
  lockAgain: 'What you deposited before is locked anew with it.',
  depositNow: 'Deposit {amount} {symbol}',
  depositOf: 'Deposit of {amount} {symbol}',
  barred: 'It can no longer be done as shown. Go back and look again.',
  back: 'Back',
  close: 'Close',
  goesOn: 'It goes on if you close this; the panel shows where it is.',
} as const;
