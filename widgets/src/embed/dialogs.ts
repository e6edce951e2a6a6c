// Dialogs inside of a shadow root. From outside, `document.activeElement` and `event.target` are the shadow's host, whatever
// has the focus inside: a dialog that keeps the focus by them keeps nothing.

const TABBABLE = 'a[href],button,input,select,textarea,summary,[tabindex]';

const tabbable = (dialog: Element) =>
  [...dialog.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility(),
  );

/**
 * While there is something in `portal`, it has the focus to itself: `behind` is inert, Tab goes round, and who comes back
 * from the browser's own bars comes back into it.
 */
export function keepDialogs(portal: HTMLElement, behind: HTMLElement): () => void {
  const page = portal.ownerDocument;
  const observer = new MutationObserver(() => {
    behind.inert = portal.childElementCount > 0;
  });
  observer.observe(portal, { childList: true });

  function goRound(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = tabbable(portal);
    const end = event.shiftKey ? stops[0] : stops.at(-1);
    const { activeElement } = portal.getRootNode() as ShadowRoot;
    if (activeElement !== end && stops.includes(activeElement as HTMLElement)) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }

  function comeBack(event: FocusEvent): void {
    if (behind.inert && (event.target as Element).hasAttribute('data-radix-focus-guard')) tabbable(portal)[0]?.focus();
  }

  portal.addEventListener('keydown', goRound);
  page.addEventListener('focusin', comeBack);
  return () => {
    observer.disconnect();
    portal.removeEventListener('keydown', goRound);
    page.removeEventListener('focusin', comeBack);
  };
}
