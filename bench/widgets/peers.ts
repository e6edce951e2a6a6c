// The widgets beside what others embed, measured in the same run: bytes, and the modules that a bundler or a dev server
// has to read for them. React, TanStack Query, web3.js and the wallet adapter are the host's own for everybody.
import { PEERS } from '../bundle.ts';
import { installPeers } from '../peers/install.ts';
import { number, type Part } from '../report.ts';
import { type Weight, weigh } from '../weigh.ts';

export async function peersPart(): Promise<Part> {
  const peers = installPeers();
  const five = 'DepositPanel, RiskBadge, PoolHealthGauge, ClaimHistory, WithdrawUnlockTimer';
  const measured: readonly (readonly [what: string, Weight])[] = await Promise.all(
    (
      [
        ['RiskBadge', `export { RiskBadge } from '@percosec/widgets'`, undefined],
        ['all five widgets, and the SDK', `export { ${five} } from '@percosec/widgets'`, undefined],
        [
          '@solana/wallet-adapter-react-ui: modal and button',
          "export { WalletModalProvider, WalletMultiButton } from '@solana/wallet-adapter-react-ui'",
          peers,
        ],
        ['@radix-ui/react-dialog: one dialog', "export * from '@radix-ui/react-dialog'", undefined],
        ['@lifi/widget: a swap form', "export { LiFiWidget } from '@lifi/widget'", peers],
        [
          '@jup-ag/plugin: a loader; the form itself comes from its makers’ server',
          "export * from '@jup-ag/plugin'",
          peers,
        ],
      ] as const
    ).map(async ([what, code, folder]) => [what, await weigh(code, PEERS, folder)] as const),
  );
  return {
    title: 'The widgets beside what others embed',
    says: 'Measured in this run, with the same bundler; the SDK is counted in, React, TanStack Query, web3.js and the wallet adapter are not.',
    sections: [
      {
        title: 'Bytes and modules',
        says: 'Modules: how many files a bundler or a dev server reads for the import, before anything is left out.',
        head: ['import', 'gzip bytes', 'later', 'modules'],
        rows: measured.map(([what, { first, later, modules }]) => [
          what,
          number(first),
          number(later),
          number(modules),
        ]),
      },
    ],
    goals: [],
  };
}
