/**
 * Whether it happened in something that lies over `dialog`, not in it or around it: a wallet asks in a dialog of its own,
 * and what is clicked and pressed there is not for the one below.
 */
export function isOver(dialog: Element | null, { target }: Event): boolean {
  let place = dialog;
  // Whoever listens to the document sees what is in a shadow root as its host.
  for (let root = place?.getRootNode(); root instanceof ShadowRoot; root = place?.getRootNode()) place = root.host;
  return target instanceof Node && !target.contains(place) && !place?.contains(target);
}
