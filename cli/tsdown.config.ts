import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/percosec.ts',
  platform: 'node',
  target: 'node20',
  dts: false,
  copy: '../LICENSE',
  logLevel: 'warn',
});
