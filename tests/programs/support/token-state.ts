// The whole of a token account and of a mint, as the SPL Token program keeps them.
import { PublicKey } from '@solana/web3.js';
import type { Chain } from './chain.ts';
import { TOKEN_PROGRAM } from './token.ts';

function tokenData(chain: Chain, address: PublicKey, bytes: number): Buffer {
  const account = chain.rawAccount(address);
  if (!account?.owner.equals(TOKEN_PROGRAM) || account.data.length !== bytes) {
    throw new Error(`${address.toBase58()} is not what was looked for`);
  }
  return Buffer.from(account.data);
}

const address = (data: Buffer, offset: number) => new PublicKey(data.subarray(offset, offset + 32));
const optional = (data: Buffer, offset: number) => (data.readUInt32LE(offset) === 0 ? null : address(data, offset + 4));

export function tokenAccountState(chain: Chain, account: PublicKey) {
  const data = tokenData(chain, account, 165);
  return {
    mint: address(data, 0),
    owner: address(data, 32),
    amount: data.readBigUInt64LE(64),
    delegate: optional(data, 72),
    frozen: data.readUInt8(108) === 2,
    closeAuthority: optional(data, 129),
  };
}

export function mintState(chain: Chain, mint: PublicKey) {
  const data = tokenData(chain, mint, 82);
  return {
    authority: optional(data, 0),
    supply: data.readBigUInt64LE(36),
    decimals: data.readUInt8(44),
    freezeAuthority: optional(data, 46),
  };
}
