// The perp DEX as its host would publish it, and the same without what this project puts into it.
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { conditions } from '../../scripts/browser-modules.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const APP = path.join(ROOT, 'examples/perp-dex');
/** The one room of the app that knows of the widgets. */
const INSURANCE = path.join(APP, 'src/insurance/index.tsx');
const SHEET = path.join(ROOT, 'widgets/src/theme/styles.css');

const NOTHING = `
  export const InsuranceProvider = ({ children }) => children;
  export const MarketBadge = () => null;
  export const SideColumn = () => null;
  export const EarnPage = () => null;
`;

const uninsured: Plugin = {
  name: 'uninsured',
  enforce: 'pre',
  load(id) {
    if (id === INSURANCE) return { code: NOTHING, moduleType: 'js' };
    return id === SHEET ? '' : null;
  },
};

/** The folder that it was built into. */
export async function built(insured: boolean): Promise<string> {
  const outDir = path.join(ROOT, 'node_modules/.cache/percosec-bench-perp-dex', insured ? 'insured' : 'uninsured');
  await build({
    root: APP,
    logLevel: 'error',
    // Whatever cluster the environment names: the bytes are the same on every machine.
    define: { 'import.meta.env.VITE_RPC_URL': 'undefined', 'import.meta.env.VITE_WS_URL': 'undefined' },
    plugins: insured ? [] : [uninsured],
    resolve: {
      conditions,
      alias: { '@percosec/widgets/styles.css': SHEET },
    },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  return outDir;
}
