import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deserializeData, serializeData } from './ssr.ts';

const throughJson = (value: unknown) => deserializeData(JSON.parse(JSON.stringify(serializeData(value))));

describe('data on the way from the server', () => {
  test('comes back as it was: bigints and bytes too', () => {
    const leaf = fc.oneof(
      fc.bigInt(),
      fc.uint8Array(),
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant('$percosec'),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.constantFrom('$percosec', 'a'), fc.string()), tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(throughJson(value)).toEqual(value);
      }),
    );
  });

  test('a host’s own data passes through as it is', () => {
    const own = { when: new Date(0), map: new Map([[1, 2]]), undefined: undefined, amount: 1.5 };
    expect(deserializeData(serializeData(own))).toEqual(own);
    expect((serializeData(own) as typeof own).when).toBe(own.when);
  });

  test('as TanStack Query carries it', () => {
    const data = {
      value: { nav: 2n ** 64n - 1n, reserved: Uint8Array.of(0, 255) },
      slot: 7n,
      receivedAt: 1,
      source: 'read',
    };
    const server = new QueryClient();
    server.setQueryData(['percosec', 'pool'], data);
    const page = JSON.stringify(dehydrate(server, { serializeData }));
    const browser = new QueryClient();
    hydrate(browser, JSON.parse(page), { defaultOptions: { deserializeData } });
    expect(browser.getQueryData(['percosec', 'pool'])).toEqual(data);
    for (const client of [server, browser]) client.clear();
  });

  test('a name that every object has is a name like any other', () => {
    const value = JSON.parse('{"__proto__": {"$percosec": "1"}, "constructor": 1}');
    const back = throughJson(value) as Record<string, unknown>;
    expect(Object.keys(back)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).$percosec).toBeUndefined();
  });
});
