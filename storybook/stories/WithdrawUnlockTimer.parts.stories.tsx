import type { Meta } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { useUnlockTimer } from '../../widgets/src/WithdrawUnlockTimer/context.ts';
import { WithdrawUnlockTimer } from '../../widgets/src/WithdrawUnlockTimer/WithdrawUnlockTimer.tsx';
import { staging } from './staging.tsx';
import { type SceneName, scene } from './WithdrawUnlockTimer.scenes.ts';

const meta = { title: 'Widgets/WithdrawUnlockTimer/Parts' } satisfies Meta;
export default meta;

const {
  Action,
  Amount,
  Countdown,
  Date: When,
  Note,
  Problem,
  Reminder,
  Root,
  Status,
  Steps,
  Title,
  Track,
} = WithdrawUnlockTimer;

const alone = (name: SceneName, part: ReactNode) =>
  staging(scene, ({ market }) => (
    <Root market={market} name="SOL-PERP" onAction={() => {}}>
      {part}
    </Root>
  ))(name);

export const TitlePart = alone('locked', <Title />);
export const StatusPart = alone('cooling', <Status />);
export const CountdownPart = alone('cooling', <Countdown />);
export const DatePart = alone('locked', <When />);
export const TrackPart = alone('locked', <Track />);
export const AmountPart = alone('reserve-limited', <Amount />);
export const StepsPart = alone('cooling', <Steps />);
export const ActionPart = alone('requestable', <Action />);
export const ReminderPart = alone('locked', <Reminder />);
export const NotePart = alone('locked, with a request', <Note />);
export const ProblemPart = alone('rate limit', <Problem />);

/** On elements of the host: they keep their looks. */
export const AsChild = alone(
  'cooling',
  <>
    <Status asChild>
      <strong />
    </Status>
    <Countdown asChild>
      <em />
    </Countdown>
    <Reminder asChild>
      <button type="button">Remind me</button>
    </Reminder>
  </>,
);

/** A line of text, as in a table's cell. */
export const OneLine = alone(
  'cooling',
  <p>
    <Status asChild>
      <span />
    </Status>{' '}
    ·{' '}
    <Countdown asChild>
      <span className="percosec-label" />
    </Countdown>
  </p>,
);

function Mine() {
  const { state, held } = useUnlockTimer();
  return (
    <p>
      {state}: since epoch {String(held?.entryEpoch ?? '—')}
    </p>
  );
}

/** What the parts read, for a part of one's own. */
export const APartOfYourOwn = alone('locked', <Mine />);
