// A part in the host's own element.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { part } from './part.tsx';

afterEach(cleanup);

const Grade = part('span', 'risk-badge', 'grade', () => ({ children: 'Low', 'data-state': 'low' }));

const Chip = (props: object) => <em data-chip="" {...props} />;

it('stands in the host’s element, which may be a styled component', () => {
  render(
    <Grade asChild>
      <Chip />
    </Grade>,
  );
  const chip = screen.getByText('Low');
  expect(chip.tagName).toBe('EM');
  expect(chip.dataset).toMatchObject({ chip: '', part: 'grade', state: 'low' });
});

it.each([
  ['nothing', undefined],
  ['a text', 'Low'],
  ['two elements', [<i key="1" />, <b key="2" />]],
])('asChild with %s says what it wants, and where', (_, children) => {
  expect(() => render(<Grade asChild>{children}</Grade>)).toThrow(/asChild.*risk-badge grade.*one element/);
});
