// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PreferencesProvider } from '../preferences.tsx';
import { FailureBoundary } from './FailureBoundary.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let broken: boolean;
function Figure() {
  if (broken) throw new RangeError('maximumFractionDigits value is out of range.');
  return <p>1,000,000</p>;
}

it('what throws leaves the rest of the page, and is tried again', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  broken = true;
  render(
    <PreferencesProvider>
      <h1>Meridian</h1>
      <FailureBoundary>
        <Figure />
      </FailureBoundary>
    </PreferencesProvider>,
  );
  expect(screen.getByText('Meridian')).toBeDefined();
  expect(screen.getByRole('alert').textContent).toBe('This page failed');
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('1,000,000')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});
