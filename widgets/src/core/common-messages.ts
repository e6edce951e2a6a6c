// Words that several widgets say.
export const commonMessages = {
  loading: 'Loading',
  unknown: 'Not known',
  asOf: 'as of {time}',
  stale: 'Out of date: {asOf}',
  retry: 'Try again',
  broken: 'This part of the page could not be shown. Your money is not affected; it is on the chain. {reason}',
  noMarket: 'Choose a market to see its insurance.',
  noPool: 'This market has no insurance pool on this network. Check the market’s address and the network.',
  partial: 'A part could not be read: {reason}',
  offline: 'Offline: figures are as of {time}. {reason}',
  opensInNewTab: '(opens in a new tab)',
} as const;
