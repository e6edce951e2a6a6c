// What the panel says before the rest of it is there.
export const depositPanelMessages = {
  title: 'Insure {market}',
  notice: 'Deposits cover this market’s losses. You can lose them.',
  notLoaded: 'A part of this page could not be loaded. Check the connection; what you typed is kept.',
} as const;
