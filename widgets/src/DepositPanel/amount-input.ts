import type { ChangeEvent, KeyboardEvent } from 'react';
import type { Defaults } from '../core/part.tsx';

export interface AmountInput {
  readonly id: string;
  readonly text: string;
  readonly invalid: boolean;
  readonly setText: (text: string) => void;
  readonly openReview: (from: HTMLElement) => void;
  readonly loadReview: () => Promise<unknown>;
}

/** A field for an amount, as it is typed: in the locale's notation or pasted with symbols, and never rewritten. Enter opens the review. */
export const amountInput = ({ id, text, invalid, setText, openReview, loadReview }: AmountInput): Defaults => ({
  id,
  type: 'text',
  inputMode: 'decimal',
  enterKeyHint: 'go',
  autoComplete: 'off',
  spellCheck: false,
  placeholder: '0',
  value: text,
  'aria-invalid': invalid,
  'aria-describedby': `${id}-error`,
  'data-state': invalid ? 'invalid' : undefined,
  onChange: (event: ChangeEvent<HTMLInputElement>) => setText(event.target.value),
  // The next thing wanted is the review.
  onFocus: () => loadReview().catch(() => {}),
  onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    openReview(event.currentTarget);
  },
});
