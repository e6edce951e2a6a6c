'use client';

import { useSyncExternalStore } from 'react';
import { FIRST_STATUS, type LiveStatus } from '../live/status.ts';
import { usePercosec } from './context.ts';

/** How current everything on the page is: live by the socket, polled while it is down, or offline, and why. */
export function useLiveStatus(): LiveStatus {
  const { status } = usePercosec().client;
  return useSyncExternalStore(status.subscribe, status.get, onServer);
}

const onServer = () => FIRST_STATUS;
