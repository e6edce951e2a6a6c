// What the badge itself says; its details have words of their own, loaded with them.
export const riskBadgeMessages = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  extreme: 'Extreme',
  unscored: 'Not scored',
  stale: 'Out of date',
  partial: 'Age not known',
  unknown: 'Unknown',
  loading: 'Loading',
  risk: 'Risk {name}',
  failed: 'The details could not be loaded. Close them and open them again.',
} as const;
