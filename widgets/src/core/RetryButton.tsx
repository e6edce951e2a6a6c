'use client';

import { commonMessages } from './common-messages.ts';
import { keepFocus } from './keep-focus.ts';
import { useMessages } from './messages.ts';

/** Another try; the button may go with it, and the focus stays in the widget. */
export function RetryButton({ retry }: { readonly retry: () => void }) {
  const t = useMessages('common', commonMessages);
  return (
    <button
      type="button"
      className="percosec-part percosec-button"
      onClick={(event) => {
        keepFocus(event);
        retry();
      }}
    >
      {t('retry')}
    </button>
  );
}
