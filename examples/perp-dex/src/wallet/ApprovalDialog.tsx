// The demo wallet's own question. A real wallet asks in a window of its own.
import { formatAmount } from '@percosec/sdk/math';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { RPC_URL } from '../cluster.ts';
import { usePreferences } from '../preferences.tsx';
import { useWords } from '../words/useWords.ts';
import { type Approval, useApproval } from './approvals.ts';
import { words } from './words.ts';

const SOL_DECIMALS = 9;
const APPROVED = 'approved';

export function ApprovalDialog() {
  const approval = useApproval();
  // A new element for every question, at the end of the page: no other dialog has hidden it from screen readers.
  return approval ? createPortal(<Question key={approval.id} approval={approval} />, document.body) : null;
}

function Question({ approval }: { readonly approval: Approval }) {
  const w = useWords(words);
  const { language } = usePreferences();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Not a button: whoever was just pressing Enter must not have signed by it.
    heading.current?.focus();
  }, []);

  const { programs, instructions, accounts, fee } = approval.summary;
  const count = new Intl.NumberFormat(language);
  return (
    <dialog
      ref={dialog}
      className="approval"
      aria-labelledby="approval-title"
      // Whatever else closes it, it was not approved.
      onClose={(event) => approval.answer(event.currentTarget.returnValue === APPROVED)}
      // By itself, too, but not while the page has another dialog below, which keeps Escape's own effect for itself.
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.close()}
    >
      <h2 id="approval-title" ref={heading} tabIndex={-1}>
        {w.approveTitle}
      </h2>
      <dl>
        <dt>{w.calls}</dt>
        <dd>
          <ul>
            {programs.map(({ address, name, calls }) => (
              <li key={address} title={address}>
                {name ? w.programs[name] : w.unknownProgram(address)}
                {calls > 1 && <small> {w.times(count.format(calls))}</small>}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{w.instructions}</dt>
        <dd>{count.format(instructions)}</dd>
        <dt>{w.accounts}</dt>
        <dd>{count.format(accounts)}</dd>
        <dt>{w.fee}</dt>
        <dd>{formatAmount(fee, SOL_DECIMALS, { locale: language, exact: true })} SOL</dd>
        <dt>{w.network}</dt>
        <dd>{w.localnet(RPC_URL)}</dd>
      </dl>
      <p>{w.worthless}</p>
      <form method="dialog">
        <button type="submit">{w.reject}</button>
        <button type="submit" className="primary" value={APPROVED}>
          {w.approve}
        </button>
      </form>
    </dialog>
  );
}
