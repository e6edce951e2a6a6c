import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { scene } from '../../../storybook/stories/RiskBadge.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { RiskBadge } from './RiskBadge.tsx';

vi.mock('./RiskDetails.tsx', () => {
  throw new Error('no such file, or no line to it');
});

const closing = tidy();

test('details that can’t be loaded say so, and the badge stays what it is', async () => {
  const { chain, market } = closing(await scene('low'));
  render(
    <ScriptedPage chain={chain}>
      <RiskBadge market={market} />
    </ScriptedPage>,
  );
  await chain.settle();
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
  expect(screen.getByRole('button').textContent).toMatch(/Low0\.24$/);
});
