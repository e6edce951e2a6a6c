import { colourBehind } from '../core/colour-behind.ts';

/** A dialog stands elsewhere in the page than its widget: it takes from there what the widget takes from its host. */
export function lookAs(widget: Element, dialog: HTMLElement): void {
  const { colorScheme, color, fontFamily } = getComputedStyle(widget);
  Object.assign(dialog.style, { colorScheme, fontFamily });
  if (dialog.dataset.theme !== 'inherit') return;
  dialog.style.color = color;
  dialog.style.setProperty('--percosec-background', colourBehind(widget));
}
