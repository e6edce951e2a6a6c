import { afterEach, expect, it, vi } from 'vitest';
import { ClusterRefused, control, controlIfThere } from './cluster.ts';

afterEach(() => vi.unstubAllGlobals());

const answers = (answer: object) => {
  const asked = vi.fn(async (_url: string, _request: { body: string }) => Response.json(answer));
  vi.stubGlobal('fetch', asked);
  return asked;
};

it('calls by name, and gives the result', async () => {
  const asked = answers({ jsonrpc: '2.0', id: 1, result: { slot: 5 } });
  expect(await control('percosec_warp', { slots: '3' })).toEqual({ slot: 5 });
  expect(JSON.parse(asked.mock.calls[0]?.[1].body ?? '')).toMatchObject({
    method: 'percosec_warp',
    params: [{ slots: '3' }],
  });
});

it('tells a cluster that says no from one that is not there', async () => {
  answers({ jsonrpc: '2.0', id: 1, error: { code: -32602, message: 'The market is unknown' } });
  const refused = await control('percosec_crash').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ClusterRefused);
  expect(refused).toMatchObject({ code: -32602, message: 'percosec_crash: The market is unknown' });

  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(control('percosec_crash')).rejects.toThrow('Failed to fetch');
});

it('a call that a cluster doesn’t have is null where it may be missing; one that fails is not', async () => {
  answers({ jsonrpc: '2.0', id: 1, error: { code: -32601, message: 'Method not found' } });
  expect(await controlIfThere('percosec_life')).toBeNull();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(controlIfThere('percosec_life')).rejects.toThrow('Failed to fetch');
});

it('an answer without a result is none; an error of null is', async () => {
  answers({ jsonrpc: '2.0', id: 1, result: null, error: null });
  expect(await control('percosec_life')).toBeNull();
  for (const nonsense of [{}, [], { jsonrpc: '2.0', id: 1 }]) {
    answers(nonsense);
    await expect(controlIfThere('percosec_life')).rejects.toThrow('what answers is no RPC');
  }
});

it('an answer that never ends is given up', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new Error('too late')));
  vi.stubGlobal('fetch', async (_url: string, { signal }: { readonly signal?: AbortSignal }) => {
    signal?.throwIfAborted();
    return Response.json({});
  });
  await expect(control('getSlot')).rejects.toThrow('too late');
  expect(timeout.mock.calls[0]?.[0]).toBeGreaterThanOrEqual(10_000);
  timeout.mockRestore();
});
