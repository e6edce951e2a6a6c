import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('lets nobody begin before the last one is done, and nothing be lost by a failure', async () => {
  const turns = new Turns();
  const told: string[] = [];
  const slow = turns.take(async () => {
    told.push('slow begins');
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    told.push('slow ends');
    throw new Error('no');
  });
  const next = turns.take(() => told.push('next'));
  await expect(slow).rejects.toThrow('no');
  await next;
  expect(told).toEqual(['slow begins', 'slow ends', 'next']);
});

it('closes behind the one who has the turn', async () => {
  const turns = new Turns();
  let ended = false;
  let begin: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const running = turns.take(async () => {
    begin();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    ended = true;
  });
  await begun;
  const waiting = turns.take(() => 'too late');
  const refused = expect(waiting).rejects.toThrow('being stopped');
  await turns.close();
  expect(ended).toBe(true);
  await running;
  await refused;
});
