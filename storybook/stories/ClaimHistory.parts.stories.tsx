import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { ClaimHistory } from '../../widgets/src/ClaimHistory/ClaimHistory.tsx';
import { useClaimHistory } from '../../widgets/src/ClaimHistory/context.ts';
import { type Scene, type SceneName, scene } from './ClaimHistory.scenes.ts';

const meta = {
  title: 'Widgets/ClaimHistory/Parts',
  component: ClaimHistory.Root,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: { market: { control: false } },
} satisfies Meta<typeof ClaimHistory.Root>;
export default meta;

type Story = StoryObj<typeof meta>;

const part = (children: ReactNode, name: SceneName = 'few'): Story => ({
  loaders: [async () => ({ scene: await scene(name) })],
  render: (args, { loaded }) => {
    const { chain, market } = loaded.scene as Scene;
    return (
      <ScriptedPage chain={chain}>
        <ClaimHistory.Root {...args} market={market} className="percosec-card">
          {children}
        </ClaimHistory.Root>
      </ScriptedPage>
    );
  },
});

export const Title = part(<ClaimHistory.Title />);
export const Summary = part(<ClaimHistory.Summary />);
export const Filter = part(<ClaimHistory.Filter />);
export const ExportCsv = part(<ClaimHistory.ExportCsv />);
export const ExportJson = part(<ClaimHistory.ExportJson />);
export const Table = part(<ClaimHistory.Table />);
export const Count = part(<ClaimHistory.Count />);
export const LoadOlder = part(<ClaimHistory.LoadOlder />, 'more than are loaded');
/** In place of the rows. */
export const Message = part(<ClaimHistory.Message />, 'empty');
export const Notes = part(<ClaimHistory.Notes />, 'the indexer disagrees');
/** Only for screen readers. */
export const Status = part(<ClaimHistory.Status />);

/** A part on an element of the host's. */
export const AsChild = part(
  <ClaimHistory.ExportCsv asChild>
    <button type="button" style={{ border: '2px dotted', padding: 12 }}>
      Take it along
    </button>
  </ClaimHistory.ExportCsv>,
);

function Latest() {
  const { claims } = useClaimHistory();
  const [claim] = claims;
  return <p>{claim ? `The latest one is #${claim.sequence}, of slot ${claim.slot}.` : 'There is none.'}</p>;
}

/** The host's own part beside ours, and a list of its own height. */
export const Composed = part(
  <>
    <Latest />
    <ClaimHistory.Table style={{ blockSize: 180 }}>
      <ClaimHistory.Message />
      <ClaimHistory.Grid />
    </ClaimHistory.Table>
    <ClaimHistory.Count />
  </>,
  'thirty claims',
);
