import { timeOfSlot } from '@percosec/sdk/math';
import { useChainClock } from '@percosec/sdk/react/core';

const MINUTE = 60_000n;

/** When a slot will be, by the chain's clock, in the reader's own time. Renders when that is another minute. */
export function Time({ slot }: { readonly slot: bigint }) {
  const minute = useChainClock((clock) => clock && timeOfSlot(slot, clock) / MINUTE);
  if (minute === null) return 'a time that the chain has not told yet';
  const date = new Date(Number(minute * MINUTE));
  return (
    <time dateTime={date.toISOString()}>
      {date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
