'use client';

import { useCluster, usePercosec } from '@percosec/sdk/react/core';
import type { ReactNode } from 'react';
import { commonMessages } from './common-messages.ts';
import { solanaExplorer } from './explorer.ts';
import { useMessages } from './messages.ts';
import { useSettings } from './settings.tsx';
import { shortAddress } from './symbols.ts';

export interface ExplorerLinkProps {
  readonly kind: 'transaction' | 'address';
  readonly id: string;
  readonly children?: ReactNode;
  /** For a link among many that share one stop of the Tab key. */
  readonly tabIndex?: number | undefined;
}

/** A signature or an address, linked to where it can be looked up. Plain text until the cluster is known. */
export function ExplorerLink({
  kind,
  id,
  children = (
    <bdi className="percosec-part" title={id}>
      {shortAddress(id)}
    </bdi>
  ),
  tabIndex,
}: ExplorerLinkProps) {
  const t = useMessages('common', commonMessages);
  const { explorer = solanaExplorer } = useSettings();
  const { rpc } = usePercosec().client;
  const { data: cluster } = useCluster();
  const href = cluster && explorer({ kind, id, cluster, rpcUrl: rpc.url });
  // A host's explorer may be anything; a link of ours leads to the web.
  if (!href || !/^https?:/i.test(href)) return children;
  return (
    <a
      className="percosec-part percosec-link"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      tabIndex={tabIndex}
    >
      {children}
      <span className="percosec-hidden">{` ${t('opensInNewTab')}`}</span>
    </a>
  );
}
