// Two copies of @percosec/sdk in one bundle have two React contexts: a provider of the one is invisible to the hooks of
// the other. What both do see is the host's QueryClient, so each copy that provides leaves its mark there, under a
// symbol that every copy knows. Nothing is put on the window.
import type { QueryClient } from '@tanstack/react-query';

const PROVIDERS: unique symbol = /* @__PURE__ */ Symbol.for('@percosec/sdk/react providers') as never;
const thisCopy = {};

type Marked = QueryClient & { [PROVIDERS]?: Set<object> };

export function announceCopy(queryClient: QueryClient): void {
  const marked: Marked = queryClient;
  marked[PROVIDERS] ??= new Set();
  marked[PROVIDERS].add(thisCopy);
}

export function anotherCopyProvides(queryClient: QueryClient): boolean {
  const copies = (queryClient as Marked)[PROVIDERS] ?? new Set();
  return copies.size > 0 && !copies.has(thisCopy);
}
