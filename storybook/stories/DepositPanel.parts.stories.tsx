import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { DepositPanel } from '../../widgets/src/DepositPanel/DepositPanel.tsx';
import { TransactionStatus } from '../../widgets/src/DepositPanel/TransactionStatus.tsx';
import { type Scene, type SceneName, scene } from './DepositPanel.scenes.ts';

const meta = {
  title: 'Widgets/DepositPanel/Parts',
  component: DepositPanel.Root,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: { market: { control: false } },
} satisfies Meta<typeof DepositPanel.Root>;
export default meta;

type Story = StoryObj<typeof meta>;

const part = (children: ReactNode, name: SceneName = 'ready'): Story => ({
  loaders: [async () => ({ scene: await scene(name) })],
  render: (args, { loaded }) => {
    const it = loaded.scene as Scene;
    return (
      <ScriptedPage chain={it.chain} wallet={it.wallet}>
        <DepositPanel.Root {...args} market={it.market}>
          {children}
        </DepositPanel.Root>
      </ScriptedPage>
    );
  },
});

export const Title = part(<DepositPanel.Title />);
export const Notice = part(<DepositPanel.Notice />);
export const Problem = part(<DepositPanel.Problem />, 'no decimals');
export const Tabs = part(
  <>
    <DepositPanel.Tabs />
    <DepositPanel.Deposit>
      <DepositPanel.Notice />
    </DepositPanel.Deposit>
  </>,
);
export const Barrier = part(<DepositPanel.Barrier />, 'claim queued');
export const Balance = part(<DepositPanel.Balance />);
export const Amount = part(
  <>
    <DepositPanel.AmountLabel />
    <div className="percosec-part percosec-field">
      <DepositPanel.Amount />
      <DepositPanel.Max />
    </div>
    <DepositPanel.AmountError />
  </>,
);
export const Preview = part(<DepositPanel.Preview />);
export const Facts = part(<DepositPanel.Facts open />);
export const Acknowledge = part(<DepositPanel.Acknowledge />);
export const Submit = part(
  <>
    <DepositPanel.Submit />
    <DepositPanel.Review />
    <DepositPanel.Status />
  </>,
);

/** The host's own elements, with all that the parts bring. */
export const AsChild: Story = {
  ...part(
    <>
      <DepositPanel.Title asChild>
        <h2 style={{ margin: 0 }}>Insure SOL-PERP</h2>
      </DepositPanel.Title>
      <DepositPanel.AmountLabel>How much</DepositPanel.AmountLabel>{' '}
      <DepositPanel.Amount asChild>
        <input style={{ font: 'inherit', padding: 8 }} />
      </DepositPanel.Amount>{' '}
      <DepositPanel.Submit asChild>
        <button type="button" style={{ font: 'inherit', padding: 8 }}>
          Earn
        </button>
      </DepositPanel.Submit>
      <DepositPanel.AmountError />
      <DepositPanel.Acknowledge />
      <DepositPanel.Review />
      <DepositPanel.Status />
    </>,
  ),
  async play({ canvasElement }) {
    const page = within(canvasElement);
    await userEvent.type(await page.findByRole('textbox', { name: 'How much' }), '500');
    await expect(page.getByRole('button', { name: 'Earn' })).toHaveAttribute('data-state', 'incomplete');
  },
};

const SIGNATURE = '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW';

/** The last of all states, of one whose network has been waited for longer. */
export const Finalized = part(
  <TransactionStatus
    state={{ status: 'finalized', signature: SIGNATURE, slot: 350_000_032n }}
    title="Deposit of 500 USDC"
  />,
);
export const Slow = part(
  <TransactionStatus state={{ status: 'watching', signature: SIGNATURE, slow: true }} title="Deposit of 500 USDC" />,
);
