import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { conditions, prebundled } from '../scripts/browser-modules.ts';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions },
  // `light-dark()` as it is written: the page's colour scheme is switched by a style attribute.
  build: { target: 'esnext' },
  server: { fs: { allow: [path.resolve(import.meta.dirname, '..')] } },
  optimizeDeps: { include: prebundled },
});
