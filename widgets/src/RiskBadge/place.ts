// Where the details stand over the page. Browsers with anchors in CSS know it by the stylesheet; the others are told here.

const GAP = 4;
const EDGE = 8;

/** Under its button or, where there is no room, above it; never over the edge. */
function placeAt(button: Element, details: HTMLElement): void {
  const { left, top, bottom, width } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight, style } = details;
  const below = bottom + GAP;
  const above = top - GAP - offsetHeight;
  const centred = left + (width - offsetWidth) / 2;
  style.inset = 'auto';
  style.margin = '0';
  style.left = `${Math.max(EDGE, Math.min(centred, innerWidth - offsetWidth - EDGE))}px`;
  style.top = `${Math.max(EDGE, below + offsetHeight > innerHeight && above > 0 ? above : below)}px`;
}

const buttonOf = (details: HTMLElement) =>
  (details.getRootNode() as Document | ShadowRoot).querySelector(`[popovertarget="${CSS.escape(details.id)}"]`);

/** Browsers without popovers show them where they stand: the button that brought them closes them, and opens them again. */
export function disclose(details: HTMLElement): () => void {
  const listening = new AbortController();
  const toggle = () => {
    details.hidden = !details.hidden;
  };
  buttonOf(details)?.addEventListener('click', toggle, { signal: listening.signal });
  return () => listening.abort();
}

/** Keeps it there while it is open; returns what ends that. */
export function keepPlaced(details: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const place = () => {
    const button = buttonOf(details);
    if (button && details.matches(':popover-open')) placeAt(button, details);
  };
  place();
  details.addEventListener('toggle', place, { signal });
  addEventListener('resize', place, { signal });
  addEventListener('scroll', place, { signal, capture: true, passive: true });
  return () => listening.abort();
}
