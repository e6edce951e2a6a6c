import { expect, it } from 'vitest';
import { block } from './block.ts';

it('has the first part first, then the others’ values, then what else they say, and how to end it', () => {
  const page = { rows: [['Perp DEX', 'http://127.0.0.1:1']], text: '' } as const;
  const chain = {
    rows: [
      ['RPC', 'http://127.0.0.1:2'],
      ['WebSocket', 'ws://127.0.0.1:3'],
    ],
    text: 'Market   Grade\nSOL      Low',
  } as const;
  expect(block('Ready.', [page, chain])).toBe(`
  Ready.

  Perp DEX    http://127.0.0.1:1

  RPC         http://127.0.0.1:2
  WebSocket   ws://127.0.0.1:3

  Market   Grade
  SOL      Low

  Ctrl-C stops everything.
`);
});
