// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PreferencesProvider } from '../preferences.tsx';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { askForApproval } from './approvals.ts';
import type { Summary } from './summary.ts';

afterEach(cleanup);

const summary: Summary = {
  programs: [
    { address: 'ComputeBudget111111111111111111111111111111', name: 'computeBudget', calls: 2 },
    { address: 'Stranger11111111111111111111111111111111111', name: null, calls: 1 },
  ],
  instructions: 3,
  accounts: 12,
  fee: 155_002n,
};

function ask(what = summary, left = new AbortController().signal): Promise<boolean> {
  let answer = Promise.resolve(false);
  act(() => {
    answer = askForApproval(what, left);
  });
  return answer;
}

const shown = () =>
  render(
    <PreferencesProvider>
      <ApprovalDialog />
    </PreferencesProvider>,
  );
const dialog = () => screen.queryByRole('dialog', { name: 'Approve transaction' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('says what it calls, what it costs and where, and that the key is nobody’s', async () => {
  shown();
  expect(dialog()).toBeNull();
  const answer = ask();
  const text = dialog()?.textContent;
  expect(text).toContain('Compute budget × 2');
  expect(text).toContain('Unknown program Stranger11111111111111111111111111111111111');
  expect(text).toContain('Accounts12');
  expect(text).toContain('0.000155002 SOL');
  expect(text).toContain('Localnet, http://127.0.0.1:8899');
  expect(text).toContain('Anybody can sign with this key');
  press('Approve');
  expect(await answer).toBe(true);
  expect(dialog()).toBeNull();
});

it('no button has the focus: a key that was still pressed signs nothing', async () => {
  shown();
  const answer = ask();
  expect(document.activeElement?.textContent).toBe('Approve transaction');
  press('Reject');
  expect(await answer).toBe(false);
  expect(dialog()).toBeNull();
});

it('Escape is a no', async () => {
  shown();
  const answer = ask();
  fireEvent.keyDown(dialog() as HTMLElement, { key: 'Escape' });
  expect(await answer).toBe(false);
  expect(dialog()).toBeNull();
});

it('one question after another', async () => {
  shown();
  const [first, second] = [ask(), ask({ ...summary, accounts: 77 })];
  expect(dialog()?.textContent).toContain('Accounts12');
  press('Approve');
  expect(await first).toBe(true);
  expect(dialog()?.textContent).toContain('Accounts77');
  press('Reject');
  expect(await second).toBe(false);
  expect(dialog()).toBeNull();
});

it('a wallet that is left asks nothing any more', async () => {
  shown();
  const connection = new AbortController();
  const answer = ask(summary, connection.signal);
  act(() => connection.abort());
  expect(await answer).toBe(false);
  expect(dialog()).toBeNull();
});
