// Connects by wallet-adapter's own dialog; then says which account it is, with a menu that a keyboard reaches.
import { useWallet } from '@solana/wallet-adapter-react';
import { useWalletModal, WalletModalButton } from '@solana/wallet-adapter-react-ui';
import { useState } from 'react';
import { useWords } from '../words/useWords.ts';
import { useModalManners } from './useModalManners.ts';
import { words } from './words.ts';

export function WalletButton() {
  const { publicKey, connecting } = useWallet();
  const w = useWords(words);
  useModalManners(w.close);
  if (publicKey !== null) return <AccountMenu address={publicKey.toBase58()} />;
  return <WalletModalButton>{connecting ? w.connecting : w.connect}</WalletModalButton>;
}

function AccountMenu({ address }: { readonly address: string }) {
  const { wallet, disconnect } = useWallet();
  const { setVisible } = useWalletModal();
  const w = useWords(words);
  const [copied, setCopied] = useState(false);
  const short = `${address.slice(0, 4)}…${address.slice(-4)}`;
  return (
    <div className="account">
      <button type="button" className="account-button" popoverTarget="account-menu" aria-label={w.account(short)}>
        {wallet && <img src={wallet.adapter.icon} alt="" width={20} height={20} />}
        <bdi>{short}</bdi>
      </button>
      <div id="account-menu" className="account-menu" popover="auto" onToggle={() => setCopied(false)}>
        <p>{wallet?.adapter.name}</p>
        <button type="button" onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {copied ? w.copied : w.copy}
        </button>
        <button type="button" popoverTarget="account-menu" onClick={() => setVisible(true)}>
          {w.change}
        </button>
        <button type="button" onClick={() => disconnect()}>
          {w.disconnect}
        </button>
      </div>
    </div>
  );
}
