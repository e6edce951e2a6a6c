// How a story comes to its scene: made anew each time, on a page with its chain and its wallet, and played where there is
// something to play.
import type { Address } from '@percosec/sdk';
import type { ComponentType } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import type { ScriptedChain } from '../../tests/scripted/chain.ts';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import type { ScriptedWallet, WalletOptions } from '../../tests/scripted/wallet.ts';

export interface Staged {
  readonly chain: ScriptedChain;
  readonly market: Address | null;
  readonly wallet?: ScriptedWallet | null;
}

export type Page = ReturnType<typeof within>;

export interface Staging<Scene, Args> {
  readonly args?: Args;
  /** What the widget is given, where that is not the scene's. */
  readonly market?: (scene: Scene) => string | null;
  /** Where it is not the scene's; null: none is connected. */
  readonly wallet?: WalletOptions | null;
  /** Before anybody reads. */
  readonly before?: (scene: Scene) => void;
  /** The `data-state` that its root comes to. */
  readonly state?: string;
  readonly play?: (page: Page, scene: Scene) => Promise<void>;
}

type Market = string | { toBase58(): string } | null | undefined;

interface Loaded {
  readonly loaded: Record<string, unknown>;
}

/** `staged = staging(scene, Widget)`, and a story is `staged('the name of a scene')`. */
export const staging =
  <Name, Scene extends Staged, Args extends { readonly market: Market }>(
    scene: (name: Name) => Promise<Scene>,
    Widget: ComponentType<Args>,
  ) =>
  (name: Name, { args, market, wallet, before, state, play }: Staging<Scene, Partial<Args>> = {}) => ({
    args: args ?? {},
    loaders: [
      async () => {
        const made = await scene(name);
        before?.(made);
        return { scene: made, wallet: wallet ? made.chain.wallet(wallet) : wallet === null ? null : made.wallet };
      },
    ],
    render: (given: Args, { loaded }: Loaded) => {
      const it = loaded.scene as Scene;
      return (
        <ScriptedPage chain={it.chain} wallet={loaded.wallet as ScriptedWallet | null}>
          <Widget {...given} market={market ? market(it) : it.market} />
        </ScriptedPage>
      );
    },
    ...((state || play) && {
      play: async ({ loaded, canvasElement }: Loaded & { readonly canvasElement: HTMLElement }) => {
        const root = () => canvasElement.querySelector<HTMLElement>('[data-part="root"]');
        if (state) await waitFor(() => expect(root()?.dataset.state).toBe(state));
        // Of the whole document: a dialog stands beside the canvas.
        await play?.(within(canvasElement.ownerDocument.body), loaded.scene as Scene);
      },
    }),
  });
