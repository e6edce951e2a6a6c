import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { DepositPanel } from '../../widgets/src/DepositPanel/DepositPanel.tsx';
import { TransactionStatus } from '../../widgets/src/DepositPanel/TransactionStatus.tsx';
import { type SceneName, scene } from './DepositPanel.scenes.ts';
import { staging } from './staging.tsx';

const meta = {
  title: 'Widgets/DepositPanel/Parts',
  component: DepositPanel.Root,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: { market: { control: false } },
} satisfies Meta<typeof DepositPanel.Root>;
export default meta;

type Story = StoryObj<typeof meta>;

const alone = (name: SceneName, part: ReactNode): Story =>
  staging(scene, (args) => <DepositPanel.Root {...args}>{part}</DepositPanel.Root>)(name);

export const Title = alone('ready', <DepositPanel.Title />);
export const Notice = alone('ready', <DepositPanel.Notice />);
export const Problem = alone('no decimals', <DepositPanel.Problem />);
export const Tabs = alone(
  'ready',
  <>
    <DepositPanel.Tabs />
    <DepositPanel.Deposit>
      <DepositPanel.Notice />
    </DepositPanel.Deposit>
  </>,
);
export const Barrier = alone('claim queued', <DepositPanel.Barrier />);
export const Balance = alone('ready', <DepositPanel.Balance />);
export const Amount = alone(
  'ready',
  <>
    <DepositPanel.AmountLabel />
    <div className="percosec-part percosec-field">
      <DepositPanel.Amount />
      <DepositPanel.Max />
    </div>
    <DepositPanel.AmountError />
  </>,
);
export const Preview = alone('ready', <DepositPanel.Preview />);
export const Facts = alone('ready', <DepositPanel.Facts open />);
export const Acknowledge = alone('ready', <DepositPanel.Acknowledge />);
export const Submit = alone(
  'ready',
  <>
    <DepositPanel.Submit />
    <DepositPanel.Review />
    <DepositPanel.Status />
  </>,
);

/** The host's own elements, with all that the parts bring. */
export const AsChild: Story = {
  ...alone(
    'ready',
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
export const Finalized = alone(
  'ready',
  <TransactionStatus
    state={{ status: 'finalized', signature: SIGNATURE, slot: 350_000_032n }}
    title="Deposit of 500 USDC"
  />,
);
export const Slow = alone(
  'ready',
  <TransactionStatus state={{ status: 'watching', signature: SIGNATURE, slow: true }} title="Deposit of 500 USDC" />,
);
