import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { ClaimHistory } from '../../widgets/src/ClaimHistory/ClaimHistory.tsx';
import { useClaimHistory } from '../../widgets/src/ClaimHistory/context.ts';
import { type SceneName, scene } from './ClaimHistory.scenes.ts';
import { staging } from './staging.tsx';

const meta = {
  title: 'Widgets/ClaimHistory/Parts',
  component: ClaimHistory.Root,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: { market: { control: false } },
} satisfies Meta<typeof ClaimHistory.Root>;
export default meta;

type Story = StoryObj<typeof meta>;

const alone = (name: SceneName, part: ReactNode): Story =>
  staging(scene, (args) => (
    <ClaimHistory.Root {...args} className="percosec-card">
      {part}
    </ClaimHistory.Root>
  ))(name);

export const Title = alone('few', <ClaimHistory.Title />);
export const Summary = alone('few', <ClaimHistory.Summary />);
export const Filter = alone('few', <ClaimHistory.Filter />);
export const ExportCsv = alone('few', <ClaimHistory.ExportCsv />);
export const ExportJson = alone('few', <ClaimHistory.ExportJson />);
export const Table = alone('few', <ClaimHistory.Table />);
export const Count = alone('few', <ClaimHistory.Count />);
export const LoadOlder = alone('more than are loaded', <ClaimHistory.LoadOlder />);
/** In place of the rows. */
export const Message = alone('empty', <ClaimHistory.Message />);
export const Notes = alone('the indexer disagrees', <ClaimHistory.Notes />);
/** Only for screen readers. */
export const Status = alone('few', <ClaimHistory.Status />);

/** A part on an element of the host's. */
export const AsChild = alone(
  'few',
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
export const Composed = alone(
  'thirty claims',
  <>
    <Latest />
    <ClaimHistory.Table style={{ blockSize: 180 }}>
      <ClaimHistory.Message />
      <ClaimHistory.Grid />
    </ClaimHistory.Table>
    <ClaimHistory.Count />
  </>,
);
