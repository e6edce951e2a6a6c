// Anchor's own BN. Node takes Anchor for CommonJS and does not see this one of its names; a bundler takes its ES modules,
// which have no default.
import * as modules from '@coral-xyz/anchor';

const { default: anchor = modules } = modules as unknown as { readonly default?: typeof modules };

export const BN = anchor.BN;
export type BN = modules.BN;
