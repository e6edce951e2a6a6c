import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Built for a browser as for production, with React's development build, which complains of what is not right.
// What stands beside the packed kit is linked into this folder: one React for all of it, as installed packages have.
export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  define: { 'process.env.NODE_ENV': '"development"' },
  build: { target: 'es2022' },
  logLevel: 'warn',
});
