import { type PositionView, positionView } from '@percosec/sdk/math';
import { usePercosec, usePosition } from '@percosec/sdk/react/core';
import { market } from './config.ts';
import { usePool } from './Pool.tsx';
import { Time } from './Time.tsx';

export function Position() {
  const pool = usePool();
  const { owner } = usePercosec();
  const { data, error } = usePosition({ market });
  if (owner === null) return <p>Connect a wallet to see what is yours.</p>;
  if (typeof pool === 'string') return <p>{pool}</p>;
  if (!data) return <p>{error?.message ?? 'Reading what is yours …'}</p>;

  const view = positionView({ ...pool.state, position: data.value });
  return (
    <>
      {'value' in view && (
        <p>
          Yours: <strong>{pool.money(view.value)}</strong>, for {pool.money(view.deposited)} paid in.
        </p>
      )}
      <p>{whenOf(view)}</p>
    </>
  );
}

function whenOf(view: PositionView) {
  switch (view.status) {
    case 'none':
      return 'Nothing of yours is in this pool.';
    case 'void':
      return 'The pool was used up: your shares are void.';
    case 'locked':
      return (
        <>
          Locked until <Time slot={view.unlockSlot} />.
        </>
      );
    case 'withdrawable':
      return 'It can leave at any time.';
    case 'requestable':
      return 'It can leave after a request and a wait.';
    case 'cooling':
      return (
        <>
          Requested: it can leave from <Time slot={view.request.claimableSlot} />.
        </>
      );
    case 'claimable':
      return (
        <>
          It can leave now, until <Time slot={view.request.windowEndsSlot} />.
        </>
      );
    case 'expired':
      return 'The request has expired: ask anew.';
  }
}
