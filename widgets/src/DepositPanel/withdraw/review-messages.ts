// What the review of a withdrawal, a request or its cancelling says; loaded with the first.
export const withdrawReviewMessages = {
  withdrawFrom: 'Withdraw from {market}',
  requestFrom: 'Request a withdrawal from {market}',
  cancelFrom: 'Cancel the request at {market}',
  withdrawNow: 'Withdraw {amount} {symbol}',
  requestNow: 'Request {amount} {symbol}',
  cancelNow: 'Cancel the request',
  withdrawWarning: 'By what the shares are worth now. A claim that comes first leaves less.',
  requestWarning:
    'You are paid no more than this, whatever the shares are worth then. Losses until you withdraw are shared by you. There is one request at a time, and the rest stays as it is.',
  cancelWarning:
    'It costs the network’s fee and nothing else. The shares stay in the pool. A new request starts the cooldown anew, at what they are worth then.',
} as const;
