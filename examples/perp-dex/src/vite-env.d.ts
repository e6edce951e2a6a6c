/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The cluster to trade on; a chain on this machine unless told otherwise. */
  readonly VITE_RPC_URL?: string;
  /** Its WebSocket, where it is not where web3.js looks for it. */
  readonly VITE_WS_URL?: string;
}
