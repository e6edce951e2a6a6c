import { expect, it } from 'vitest';
import { dispatch } from './dispatch.ts';
import { RpcError } from './errors.ts';

const call = (id: number, method: string) => ({ jsonrpc: '2.0', id, method });

it('answers the calls of a batch one after another, in their order, however long each takes', async () => {
  const begun: string[] = [];
  let atOnce = 0;
  const answer = async (method: string) => {
    expect(++atOnce).toBe(1);
    begun.push(method);
    // The first takes more turns than the others together.
    for (let turn = 0; turn < (method === 'slow' ? 20 : 1); turn++) await Promise.resolve();
    atOnce--;
    return method;
  };
  const batch = [call(1, 'slow'), call(2, 'quick'), { jsonrpc: '2.0', method: 'unheard' }, call(3, 'last')];
  const replies = JSON.parse((await dispatch(JSON.stringify(batch), answer)) ?? '');
  expect(replies.map(({ id, result }: { id: number; result: string }) => [id, result])).toEqual([
    [1, 'slow'],
    [2, 'quick'],
    [3, 'last'],
  ]);
  expect(begun).toEqual(['slow', 'quick', 'unheard', 'last']);
});

it('gives a call that fails later its own error, and the next its answer', async () => {
  const answer = async (method: string) => {
    await Promise.resolve();
    if (method === 'bad') throw new RpcError(-32602, 'so not');
    return 'fine';
  };
  const replies = await dispatch(JSON.stringify([call(1, 'bad'), call(2, 'good')]), answer);
  expect(JSON.parse(replies ?? '')).toEqual([
    { jsonrpc: '2.0', id: 1, error: { code: -32602, message: 'so not' } },
    { jsonrpc: '2.0', id: 2, result: 'fine' },
  ]);
});
