/** The colour behind an element: a theme that inherits has none of its own, and what lies over the page needs one. */
export function colourBehind(element: Element): string {
  for (
    let at: Element | null = element;
    at;
    at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null
  ) {
    const { backgroundColor } = getComputedStyle(at);
    // Of a colour that is see-through the rest would shine through.
    if (!/^transparent$|, 0\)$|\/ 0\)$|^rgba\(.*, 0?\.\d+\)$|\/ 0?\.\d+\)$/.test(backgroundColor))
      return backgroundColor;
  }
  return 'Canvas';
}
