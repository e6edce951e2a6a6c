// What is there at once; the rest comes with what it is said of.
export const poolHealthGaugeMessages = {
  title: 'Pool health of {name}',
  risk: 'Deposits cover this market’s losses. You can lose them.',
  coverage: 'Coverage of open interest',
  nav: 'Net asset value',
  reserve: 'Must stay',
  available: 'Withdrawable',
  openInterest: 'Open interest',
  utilization: 'Utilization',
  sharePrice: 'Share price',
  apy: 'Last epoch’s yield, a year',
  capLeft: 'Claims may take',
  pending: 'Claims to pay',
} as const;
