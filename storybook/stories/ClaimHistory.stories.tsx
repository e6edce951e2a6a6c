import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { ClaimHistory } from '../../widgets/src/ClaimHistory/ClaimHistory.tsx';
import type { ClaimColumn } from '../../widgets/src/ClaimHistory/columns.tsx';
import { FEW, scene } from './ClaimHistory.scenes.ts';
import { staging } from './staging.tsx';

const meta = {
  title: 'Widgets/ClaimHistory',
  component: ClaimHistory,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: {
    market: { control: false },
    name: { control: 'text', description: 'What the market is called; a short address otherwise' },
    limit: { control: 'number', description: 'How many of the newest claims are loaded at first' },
    columns: { control: 'object', description: 'Which columns, in this order: ours by name, and a host’s own' },
  },
} satisfies Meta<typeof ClaimHistory>;
export default meta;

const staged = staging(scene, ClaimHistory);

/** The newest claim is partly uncovered: the loss that nobody bore. */
export const Ready = staged('few');

export const ThirtyClaims = staged('thirty claims');

/** Older ones are loaded by a button. */
export const MoreThanAreLoaded = staged('more than are loaded', {
  play: async (page) => {
    await userEvent.click(await page.findByRole('button', { name: 'Load older' }));
    await page.findByText('120 claims');
  },
});

/** Some forty rows are in the document, wherever one scrolls. */
export const TenThousandClaims = staged('ten thousand claims', {
  args: { limit: 10_000 },
  play: async (page) => {
    const table = await page.findByRole('table', {}, { timeout: 10_000 });
    await expect(table).toHaveAttribute('aria-rowcount', '10001');
    await expect(page.getAllByRole('row').length).toBeLessThanOrEqual(60);
  },
});

/** It is announced, once, and highlighted for a moment. */
export const ANewClaim = staged('few', {
  play: async (page, { chain, market }) => {
    await page.findByRole('table');
    await chain.records(market, [...FEW, { deficitAmount: 31_000_000_000n, bufferUsed: 31_000_000_000n }]);
    await page.findByRole('rowheader', { name: '#5' });
    await expect(page.getByRole('status')).toHaveTextContent(/^New claim: 31,000 USDC deficit/);
  },
});

/** What one is reading stays where it is; a button leads to the new ones. */
export const NewClaimsWhileReading = staged('thirty claims', {
  play: async (page, { chain, market }) => {
    const box = (await page.findByRole('table')).parentElement as HTMLElement;
    box.scrollTop = box.scrollHeight / 2;
    await waitFor(() => expect(page.queryByRole('rowheader', { name: '#29' })).toBeNull());
    await chain.records(market, 32);
    await page.findByRole('button', { name: '2 new claims' });
  },
});

export const SortedByDeficit = staged('thirty claims', {
  play: async (page) => {
    await userEvent.click(await page.findByRole('button', { name: 'Deficit' }));
    await expect(page.getByRole('columnheader', { name: /Deficit/ })).toHaveAttribute('aria-sort', 'descending');
  },
});

export const FilteredToUncovered = staged('thirty claims', {
  play: async (page) => {
    await page.findByRole('table');
    await userEvent.selectOptions(page.getByRole('combobox'), 'uncovered');
    await expect(page.getAllByRole('row').length).toBeLessThan(10);
  },
});

/** No claim is like that; there are others. */
export const NoneIsLikeThat = staged('one queued', {
  play: async (page) => {
    await page.findByRole('table');
    await userEvent.selectOptions(page.getByRole('combobox'), 'uncovered');
    await page.findByText(/None of the loaded claims/);
  },
});

export const Loading = staged('loading');
/** There were no claims, and what would make one. */
export const Empty = staged('empty');
/** Nobody has set up the market's claims account. */
export const NotSetUp = staged('not set up');
/** It is named; nothing stands in its place. */
export const ARecordIsMissing = staged('a record is missing');
/** The chain is believed. */
export const TheIndexerDisagrees = staged('the indexer disagrees');
export const TheIndexerIsDown = staged('the indexer is down');
/** No amount is guessed. */
export const NoDecimals = staged('no decimals');
export const RateLimited = staged('rate limit');
export const Malformed = staged('lies');
/** What was known stays, and says since when. */
export const Offline = staged('few', {
  play: async (page, { chain }) => {
    await page.findByRole('table');
    await chain.goOffline();
    await chain.advance(60_000);
    await page.findByText(/^Offline/);
  },
});
export const NoMarket = staged('few', { market: () => null });
/** Another network than the market's, or another account than a market's. */
export const WrongNetwork = staged('few', { market: ({ chain }) => chain.address('elsewhere') });
export const InvalidAddress = staged('few', { market: () => 'nonsense' });
export const HugeNumbers = staged('huge numbers');
export const TinyNumbers = staged('tiny numbers');
export const LongName = staged('few', {
  args: { name: 'wrapped-staked-SOL-to-the-moon-perpetual-futures-2026-12-31' },
});

const paid: ClaimColumn = {
  name: 'paid',
  header: 'Borne by the pool',
  cell: ({ payoutAmount, deficitAmount }) => `${(payoutAmount * 100n) / deficitAmount} %`,
  value: ({ payoutAmount, deficitAmount }) => (payoutAmount * 100n) / deficitAmount,
  numeric: true,
};

/** Three of ours, and one of the host's. */
export const OwnColumns = staged('thirty claims', { args: { columns: ['timestamp', 'deficitAmount', paid, 'proof'] } });

/** Who reported, too. */
export const AllColumns = staged('few', {
  args: {
    columns: [
      'sequence',
      'timestamp',
      'slot',
      'deficitAmount',
      'bufferUsed',
      'coveredAmount',
      'queuedAmount',
      'uncoveredAmount',
      'reporter',
      'proof',
    ],
  },
});
