'use client';

import { Component, type ReactNode } from 'react';
import { commonMessages } from './common-messages.ts';
import { frameOf } from './frame.ts';
import { translator } from './messages.ts';
import type { Settings } from './settings.tsx';

interface Props {
  readonly settings: Settings;
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

/** What goes wrong while a widget renders stays in the widget: it says so and offers another try; the host's page lives on. */
export class WidgetBoundary extends Component<Props, { readonly error: unknown; readonly failed: boolean }> {
  override state = { error: undefined as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    const { settings, children } = this.props;
    if (!this.state.failed) return children;
    const t = translator(settings, 'common', commonMessages);
    const { error } = this.state;
    return (
      <div {...frameOf(settings)} role="alert" data-part="root" data-state="broken">
        <p className="percosec-part percosec-problem">
          {t('broken', { reason: error instanceof Error ? error.message : String(error) })}
        </p>
        <button
          type="button"
          className="percosec-part percosec-button"
          onClick={() => this.setState({ error: undefined, failed: false })}
        >
          {t('retry')}
        </button>
      </div>
    );
  }
}
