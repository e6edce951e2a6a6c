/** What happened to a button. */
export interface Pressed {
  readonly currentTarget: HTMLElement;
}

/** For a button that goes with what it does: the focus stays in its widget, and is not lost to the page. */
export function keepFocus({ currentTarget: button }: Pressed): void {
  const widget = button.closest<HTMLElement>('.percosec');
  if (!widget) return;
  const root = button.getRootNode() as Document | ShadowRoot;
  const observer = new MutationObserver(() => {
    if (button.isConnected) return;
    observer.disconnect();
    // Whoever has it by now keeps it.
    if (root.activeElement && root.activeElement !== document.body) return;
    widget.tabIndex = -1;
    widget.focus({ preventScroll: true });
  });
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', () => observer.disconnect(), { once: true });
}
