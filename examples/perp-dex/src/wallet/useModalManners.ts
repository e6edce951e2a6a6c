// wallet-adapter's dialog opens without taking the focus and gives it back to nobody; it is named after a title that isn't
// there, and its close button has no name.
import { useWalletModal } from '@solana/wallet-adapter-react-ui';
import { useEffect } from 'react';

export function useModalManners(close: string): void {
  const { visible } = useWalletModal();
  useEffect(() => {
    if (!visible) return;
    const before = document.activeElement;
    // It has put itself into the page by then.
    const frame = requestAnimationFrame(() => {
      const modal = document.querySelector('.wallet-adapter-modal');
      modal?.querySelector('h1')?.setAttribute('id', 'wallet-adapter-modal-title');
      modal?.querySelector('.wallet-adapter-modal-button-close')?.setAttribute('aria-label', close);
      modal?.querySelector<HTMLElement>('.wallet-adapter-modal-list button')?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [visible, close]);
}
