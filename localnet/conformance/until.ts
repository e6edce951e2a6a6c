// Waits for what another side of a socket will do; the test's own time limit ends it if that never comes.
import { setTimeout as pause } from 'node:timers/promises';

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(2);
}
