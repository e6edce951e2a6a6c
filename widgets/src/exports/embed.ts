// @percosec/widgets/embed: the widgets for pages without React. Nothing happens before it is called.
export type { EmbedProps } from '../embed/Embedded.tsx';
export { defineElements, type ElementProps, type PercosecElement } from '../embed/elements.ts';
export { type Mounted, type MountOptions, mount } from '../embed/mount.ts';
export type { EmbedWallet } from '../embed/wallet.ts';
export type { WidgetName } from '../embed/widgets.ts';
