import type { HostEvent } from '@percosec/sdk/react';

/** For `onEvent` of the provider, or of one widget: what the host is told, and nobody else. */
export function noticeOf(event: HostEvent): string | null {
  switch (event.type) {
    case 'transaction':
      return event.state.status === 'confirmed' ? `Done: ${event.intent}, ${event.state.signature}` : null;
    case 'live':
      return event.status.kind === 'offline' ? 'No connection: figures are the last ones known.' : null;
    case 'error':
      return `${event.widget} could not be shown`;
    case 'acknowledged':
      return null;
  }
}
