// Who can claim; loaded when somebody looks.
export const factMessages = {
  program: 'The market’s program',
  code: 'Its code',
  changeable: 'can be changed by',
  final: 'nobody can change it',
  codeUnknown: 'It could not be found out who can change it',
  threshold: 'A claim is a deficit above',
  cap: 'Claims take at most, an epoch',
  noCap: 'all at once',
  reserve: 'Stays for claims when others withdraw',
  bounds:
    'The market’s program says what its deficits are. It can take all of this pool, and nothing of another; the cap only spreads it over epochs.',
} as const;
