// What the parts say of the pool, loaded with them.
export const poolContentMessages = {
  meter: 'Coverage of open interest',
  covered: 'Enough for the {target} that it is meant to cover',
  short: 'Less than the {target} that it is meant to cover',
  reading: '{coverage}. {standing}',
  nothingOpen: 'No position is open: there is nothing to cover.',
  noMarket: 'The market’s account is gone.',
  waived: 'Nothing',
  unsettled: 'No epoch has brought the pool a premium yet.',
  noCap: 'Everything',
  noDecimals: 'The token’s decimals could not be read: amounts are not known.',
  openLoss: 'Who bears the open loss of {amount}',
  belowThreshold: 'A loss of {amount} is open. The pool pays only above {threshold}.',
  ready: 'Pool pays at most, for a loss over {threshold}',
  buffer: 'Market’s own buffer',
  pool: 'Pool',
  queued: 'Pool, in later epochs',
  uncovered: 'Not covered',
  gone: 'The market’s account is gone or is not valid any more. A market cannot lock its depositors in: nothing has to stay, and it can claim nothing new.',
  reportable:
    'A loss can be claimed now, by anybody: {amount} from the pool. Until that is done, nobody can deposit or withdraw.',
  claimQueued:
    '{amount} of granted claims is still to be paid. It is not the depositors’ any more. Deposits wait until it is paid.',
  claimReturns: '{amount} of granted claims can’t be paid any more: anybody can have it returned to the depositors.',
  exhausted:
    'Claims have used this pool up. Once no claim is open it can be opened anew; the old shares are void then.',
  inactive: 'Closed to new deposits. Withdrawals go on.',
  chart: 'The chart could not be loaded.',
} as const;
