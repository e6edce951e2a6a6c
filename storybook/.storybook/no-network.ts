// Stories show what a script says. Whatever one of them would ask of the world is an error of the story.

/** Puts a guard before every road to the network; gives what tells, each time, what was asked of it since the last. */
export function guardNetwork(): () => readonly string[] {
  const asked: string[] = [];
  /** Storybook's and the test runner's own server. */
  const isOwn = (url: string) => {
    const { protocol, host } = new URL(url, location.href);
    return host === location.host || protocol === 'data:' || protocol === 'blob:';
  };
  const refuse = (url: string): void => {
    if (isOwn(url)) return;
    asked.push(url);
    throw new TypeError(`A story must not ask the network, and this one asks ${url}.`);
  };

  const { fetch: realFetch, WebSocket: RealWebSocket } = globalThis;
  const { open: realOpen } = XMLHttpRequest.prototype;
  globalThis.fetch = async (input, init) => {
    refuse(input instanceof Request ? input.url : String(input));
    return realFetch(input, init);
  };
  globalThis.WebSocket = class extends RealWebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      refuse(String(url));
      super(url, protocols);
    }
  };
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    refuse(String(given[1]));
    realOpen.apply(this, given as never);
  };
  Navigator.prototype.sendBeacon = (url) => {
    refuse(String(url));
    return false;
  };
  // Images, fonts and sheets, which nobody has to call.
  const note = (entries: readonly PerformanceEntry[]) => {
    for (const { name } of entries) if (!isOwn(name)) asked.push(name);
  };
  const resources = new PerformanceObserver((list) => note(list.getEntries()));
  resources.observe({ type: 'resource' });

  return () => {
    note(resources.takeRecords());
    return asked.splice(0);
  };
}
