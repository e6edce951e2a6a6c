// Opens wallet-adapter's own dialog; once connected, a menu of the account.
import { useWallet } from '@solana/wallet-adapter-react';
import { useWalletModal } from '@solana/wallet-adapter-react-ui';
import { useState } from 'react';
import { shortAddress } from '../short-address.ts';
import { useWords } from '../words/useWords.ts';
import { useModalManners } from './useModalManners.ts';
import { words } from './words.ts';

const MENU = 'account-menu';

export function WalletButton() {
  const { publicKey, connecting, wallet } = useWallet();
  const { setVisible } = useWalletModal();
  const w = useWords(words);
  useModalManners(w.close);
  const address = publicKey?.toBase58();
  // One button for both: it has the focus before and after.
  return (
    <>
      <button
        type="button"
        className={address === undefined ? 'primary' : 'account-button'}
        popoverTarget={address && MENU}
        aria-label={address && w.account(shortAddress(address))}
        onClick={() => address ?? setVisible(true)}
      >
        {address === undefined ? (
          w[connecting ? 'connecting' : 'connect']
        ) : (
          <>
            <img src={wallet?.adapter.icon} alt="" width={20} height={20} />
            <bdi>{shortAddress(address)}</bdi>
          </>
        )}
      </button>
      {address !== undefined && <AccountMenu address={address} />}
    </>
  );
}

function AccountMenu({ address }: { readonly address: string }) {
  const { wallet, disconnect } = useWallet();
  const { setVisible } = useWalletModal();
  const w = useWords(words);
  const [copied, setCopied] = useState(false);
  return (
    <div id={MENU} className="account-menu" popover="auto" onToggle={() => setCopied(false)}>
      <p>{wallet?.adapter.name}</p>
      <button type="button" onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}>
        {copied ? w.copied : w.copy}
      </button>
      <button type="button" popoverTarget={MENU} onClick={() => setVisible(true)}>
        {w.change}
      </button>
      <button
        type="button"
        onClick={(event) => {
          // First, for it gives the focus back to its button, and is gone once nobody is connected.
          event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
          disconnect();
        }}
      >
        {w.disconnect}
      </button>
    </div>
  );
}
