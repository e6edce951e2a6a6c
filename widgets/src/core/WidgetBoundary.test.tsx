import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WidgetBoundary } from './WidgetBoundary.tsx';

vi.mock('./Broken.tsx', () => {
  throw new Error('no line to it');
});

afterEach(cleanup);

const straw = { last: true };

function Part() {
  if (straw.last) throw new Error('the last straw');
  return 'all well';
}

test('where not even the words for it can be loaded, it says what went wrong and can be tried again', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn();
  render(
    <WidgetBoundary onError={onError}>
      <Part />
    </WidgetBoundary>,
  );
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByRole('alert').textContent).toContain('the last straw');
  expect(onError).toHaveBeenCalledOnce();
  straw.last = false;
  again.click();
  expect(await screen.findByText('all well')).toBeTruthy();
  complaints.mockRestore();
});
