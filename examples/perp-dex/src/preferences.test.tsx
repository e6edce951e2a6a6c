// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Preferences, PreferencesProvider, usePreferences } from './preferences.tsx';

let preferences: Preferences;
function Reader() {
  preferences = usePreferences();
  return null;
}
const show = () =>
  render(
    <PreferencesProvider>
      <Reader />
    </PreferencesProvider>,
  );
const page = document.documentElement;

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('the document says the language, its direction and the scheme', () => {
  show();
  expect([page.lang, page.dir, page.dataset.scheme]).toEqual(['en', 'ltr', 'dark']);
  act(() => preferences.setLanguage('ar'));
  act(() => preferences.setScheme('light'));
  expect([page.lang, page.dir, page.dataset.scheme]).toEqual(['ar', 'rtl', 'light']);
});

it('are remembered; what was never a choice is not believed', () => {
  show();
  act(() => preferences.setLanguage('ar'));
  act(() => preferences.setScheme('light'));
  cleanup();
  show();
  expect([preferences.language, preferences.scheme]).toEqual(['ar', 'light']);
  cleanup();
  localStorage.setItem('meridian.language', '"><script>');
  localStorage.setItem('meridian.scheme', 'pink');
  show();
  expect([page.lang, page.dataset.scheme]).toEqual(['en', 'dark']);
});

it('a browser that remembers nothing has them all the same', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  show();
  act(() => preferences.setLanguage('ar'));
  expect(page.dir).toBe('rtl');
});
