import { render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { scene } from '../../../storybook/stories/WithdrawUnlockTimer.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { WithdrawUnlockTimer } from './WithdrawUnlockTimer.tsx';

vi.mock('./content.tsx', () => {
  throw new Error('no such file, or no line to it');
});

const closing = tidy();

test('content that can’t be loaded says so, stays in its place, and is asked for again', async () => {
  const { chain, market } = closing(await scene('locked'));
  const told: unknown[] = [];
  render(
    <ScriptedPage chain={chain} wallet={chain.wallet()} onEvent={(event) => told.push(event.type)}>
      <WithdrawUnlockTimer market={market} name="SOL-PERP" />
    </ScriptedPage>,
  );
  await chain.settle();
  expect((await screen.findByRole('alert')).textContent).toContain('could not be shown');
  expect(screen.getByRole('group', { name: /SOL-PERP/ })).toHaveAttribute('data-state', 'problem');
  // Nothing was thrown: the host hears of no error, and what could not be loaded is asked for again.
  expect(told).not.toContain('error');
  const again = screen.getByRole('button', { name: 'Try again' });
  again.click();
  await waitFor(() => expect(again).not.toBeInTheDocument());
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});
