'use client';

import { Component, type ReactNode } from 'react';

interface Props {
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

interface State {
  /** What stands in the place of the widget, once it has failed. */
  readonly instead?: ReactNode;
}

/** What goes wrong while a widget renders stays in the widget: it says so and offers another try; the host's page lives on. */
export class WidgetBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { instead: <span role="alert">{String(error)}</span> };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
    // Words for what should never happen are loaded when it does. Where they can't be, the error's own will do.
    import('./Broken.tsx').then(
      ({ Broken }) => {
        const retry = () => this.setState({ instead: undefined });
        this.setState({ instead: <Broken error={error} retry={retry} /> });
      },
      () => {},
    );
  }

  override render() {
    return this.state.instead ?? this.props.children;
  }
}
