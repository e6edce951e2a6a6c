// How Vite finds what runs in a browser here: the packages as their sources, and what they need of others all at once.

/** The packages' sources: the condition stands first in each package's exports. */
export const conditions = ['percosec-source', 'module', 'browser', 'development|production'];

/** Named, so that Vite doesn't find them one by one and load the page anew each time, in the middle of a test. */
export const prebundled = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@tanstack/react-query',
  '@radix-ui/react-dialog',
  '@solana/web3.js',
];
