// The widgets as elements: <percosec-risk-badge market="…" rpc="https://…">.
import type { HostEvent } from '@percosec/sdk/react/core';
import type { EmbedProps } from './Embedded.tsx';
import { openStage, type Stage } from './stage.tsx';
import { type WidgetName, widgets } from './widgets.ts';

/** What an element takes as properties; those of ATTRIBUTES as attributes, too. */
export type ElementProps = Omit<EmbedProps, 'widget' | 'portalContainer'>;

export type PercosecElement = HTMLElement & { -readonly [Name in keyof ElementProps]: ElementProps[Name] };

const ATTRIBUTES = {
  market: 'market',
  rpc: 'rpcUrl',
  ws: 'wsUrl',
  api: 'apiUrl',
  theme: 'theme',
  locale: 'locale',
  name: 'name',
} as const;

const PROPERTIES: Readonly<Record<keyof ElementProps, true>> = {
  market: true,
  name: true,
  rpcUrl: true,
  wsUrl: true,
  apiUrl: true,
  client: true,
  connection: true,
  queryClient: true,
  wallet: true,
  theme: true,
  locale: true,
  messages: true,
  explorer: true,
  symbols: true,
  onEvent: true,
};

const NAMES = /* @__PURE__ */ Object.keys(PROPERTIES) as (keyof ElementProps)[];

declare global {
  interface HTMLElementTagNameMap {
    'percosec-risk-badge': PercosecElement;
    'percosec-deposit-panel': PercosecElement;
    'percosec-pool-health-gauge': PercosecElement;
    'percosec-claim-history': PercosecElement;
    'percosec-withdraw-unlock-timer': PercosecElement;
    'percosec-loss-simulator': PercosecElement;
  }
}

function elementOf(widget: WidgetName): CustomElementConstructor {
  class Embed extends HTMLElement {
    static readonly observedAttributes = Object.keys(ATTRIBUTES);

    static {
      for (const name of NAMES)
        Object.defineProperty(Embed.prototype, name, {
          configurable: true,
          enumerable: true,
          get(this: Embed) {
            return this.#get(name);
          },
          set(this: Embed, value: unknown) {
            this.#given[name] = value;
            this.#ask();
          },
        });
    }

    readonly #given: Record<string, unknown> = {};
    readonly #root = this.attachShadow({ mode: 'open' });
    #stage: Stage | undefined;
    #asked = false;

    constructor() {
      super();
      // What a page said before the element knew what to do with it.
      for (const name of NAMES) {
        if (!Object.hasOwn(this, name)) continue;
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }

    connectedCallback() {
      this.#ask();
    }

    disconnectedCallback() {
      this.#ask();
    }

    attributeChangedCallback() {
      this.#ask();
    }

    #get(name: keyof ElementProps): unknown {
      const attribute = Object.entries(ATTRIBUTES).find(([, property]) => property === name)?.[0];
      return this.#given[name] ?? (attribute && this.getAttribute(attribute)) ?? undefined;
    }

    /** Once a turn, however much changed; who is only moved keeps what it shows. */
    #ask() {
      if (this.#asked) return;
      this.#asked = true;
      queueMicrotask(() => {
        this.#asked = false;
        if (this.isConnected) this.#render();
        else {
          this.#stage?.close();
          this.#stage = undefined;
        }
      });
    }

    #render() {
      this.#stage ??= openStage(this.#root, this.nonce || undefined);
      const props = Object.fromEntries(NAMES.map((name) => [name, this.#get(name)]));
      this.#stage.render({ ...props, widget, onEvent: this.#tell });
    }

    readonly #tell = (event: HostEvent) => {
      (this.#get('onEvent') as ElementProps['onEvent'])?.(event);
      this.dispatchEvent(new CustomEvent('percosec', { detail: event, bubbles: true, composed: true }));
    };
  }
  return Embed;
}

/** Makes the elements known to the page. A second time, beside another copy, or on a server, changes nothing. */
export function defineElements(): void {
  if (typeof customElements === 'undefined') return;
  for (const widget of Object.keys(widgets()) as WidgetName[]) {
    const name = `percosec-${widget}`;
    if (!customElements.get(name)) customElements.define(name, elementOf(widget));
  }
}
