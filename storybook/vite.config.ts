import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Stories run on the packages' sources; this condition stands first in each package's exports.
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['percosec-source', 'module', 'browser', 'development|production'] },
  // `light-dark()` as it is written: the page's colour scheme is switched by a style attribute.
  build: { target: 'esnext' },
  server: { fs: { allow: [path.resolve(import.meta.dirname, '..')] } },
  // Named, so that Vite doesn't find them one by one and load the page anew each time.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@tanstack/react-query',
      '@radix-ui/react-dialog',
      '@solana/web3.js',
    ],
  },
});
