'use client';

// Everything that a transaction will do to the money, before the wallet is asked. Loaded when the first is wanted.
import type { TransactionState } from '@percosec/sdk';
import * as Dialog from '@radix-ui/react-dialog';
import { type ReactNode, useCallback, useRef } from 'react';
import { useFrame } from '../core/frame.ts';
import { merge } from '../core/merge.ts';
import { useMessages } from '../core/messages.ts';
import { useSettings } from '../core/settings.tsx';
import { lookAs } from './look-as.ts';
import { isOver } from './over.ts';
import { type Row, rowsOf } from './Rows.tsx';
import { reviewMessages } from './review-messages.ts';
import { TransactionStatus } from './TransactionStatus.tsx';
import { isDone, isUnderWay } from './transactions.ts';

export interface ReviewDialogProps {
  readonly title: ReactNode;
  readonly rows: readonly Row[];
  /** What can be lost, and until when there is no way back. */
  readonly warning: ReactNode;
  /** A verb and what it is done to: "Deposit 500 USDC". */
  readonly confirm: ReactNode;
  readonly onConfirm: () => void;
  /** It can no longer be done as it is shown: says why. */
  readonly barred?: ReactNode;
  readonly state: TransactionState;
  readonly onClose: () => void;
  /** What had the focus, and gets it back. */
  readonly returnTo?: HTMLElement | null | undefined;
}

export function ReviewDialog(props: ReviewDialogProps): ReactNode {
  const { title, rows, warning, confirm, onConfirm, barred, state, onClose, returnTo } = props;
  const t = useMessages('depositPanel', reviewMessages);
  const { portalContainer } = useSettings();
  const backdrop = merge({ className: 'percosec-part percosec-deposit-panel-backdrop' }, useFrame());
  const place = useRef<HTMLElement>(null);
  const open = useCallback(
    (element: HTMLElement | null) => {
      place.current = element;
      const widget = returnTo?.closest('.percosec');
      if (element && widget) lookAs(widget, element);
      holdPage(element);
    },
    [returnTo],
  );
  const leaveToOthers = (event: Event) => isOver(place.current, event) && event.preventDefault();
  const [done, underWay] = [isDone(state), isUnderWay(state)];
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal container={portalContainer ?? null}>
        <div {...backdrop} ref={open} data-part="backdrop">
          <Dialog.Content
            className="percosec-part percosec-card percosec-wide percosec-stack percosec-deposit-panel-review"
            data-part="review"
            onEscapeKeyDown={leaveToOthers}
            onInteractOutside={leaveToOthers}
            // Not what happens to come first: who hears the page hears what this is about.
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              (event.currentTarget as HTMLElement).focus();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              returnTo?.focus();
            }}
          >
            <Dialog.Title className="percosec-part percosec-title">{title}</Dialog.Title>
            <dl className="percosec-part percosec-rows">{rowsOf(rows)}</dl>
            <Dialog.Description asChild>
              <div className="percosec-part percosec-notice">{warning}</div>
            </Dialog.Description>
            <div className="percosec-part" role="status">
              {barred && state.status === 'idle' ? (
                <p className="percosec-part percosec-problem">{barred}</p>
              ) : (
                <TransactionStatus state={state} onRetry={state.status === 'unknown' ? onConfirm : undefined} />
              )}
            </div>
            {underWay && <p className="percosec-part percosec-label">{t('goesOn')}</p>}
            <div className="percosec-part percosec-actions">
              <Dialog.Close className="percosec-part percosec-button">
                {t(done || underWay ? 'close' : 'back')}
              </Dialog.Close>
              {!done && state.status !== 'unknown' && (
                <button
                  type="button"
                  className="percosec-part percosec-button percosec-deposit-panel-confirm"
                  data-part="confirm"
                  data-variant="primary"
                  aria-disabled={underWay || Boolean(barred)}
                  onClick={() => underWay || barred || onConfirm()}
                >
                  {confirm}
                </button>
              )}
            </div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The page behind doesn't scroll. Without a `<style>`, which a content security policy may forbid. */
function holdPage(backdrop: HTMLElement | null): void {
  if (backdrop === null) return;
  const hold = (event: Event) => {
    const scroller = (event.target as Element).closest('[data-part="review"]');
    if (!scroller || scroller.scrollHeight <= scroller.clientHeight) event.preventDefault();
  };
  for (const type of ['wheel', 'touchmove']) backdrop.addEventListener(type, hold, { passive: false });
}
