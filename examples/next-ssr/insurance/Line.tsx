'use client';

import { useLiveStatus } from '@percosec/sdk/react/core';

/** How current the page is; and, until the browser has done it, that the server could not read. */
export function Line({ complete }: { readonly complete: boolean }) {
  const { kind } = useLiveStatus();
  const words = {
    idle: complete ? 'As the server read it' : 'The server could not reach the chain: your browser reads it now',
    connecting: complete
      ? 'As the server read it, going live …'
      : 'The server could not reach the chain: your browser reads it now',
    live: 'Live',
    polling: 'Read from time to time: the socket is down',
    offline: 'Nobody reaches the chain: tried again every few seconds',
  };
  return (
    <p role="status" className="line" data-kind={kind}>
      {words[kind]}
    </p>
  );
}
