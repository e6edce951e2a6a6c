// What a process that is part of a stack and whoever started it say to each other: ready, and goodbye.

/** Labelled values for the screen, and more of it below them. */
export interface Ready {
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly text?: string;
}

/** False where a person has started it, to whom it speaks itself. */
export const hasStarter = process.send !== undefined;

export function tellReady(ready: Ready): void {
  process.send?.({ ready });
}

/** Once asked to end, or once the starter is gone, however it went. The same wish may come several times. */
export function onGoodbye(stop: () => void): void {
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, stop);
  // It may have gone before anybody listened.
  if (hasStarter && !process.connected) stop();
}
