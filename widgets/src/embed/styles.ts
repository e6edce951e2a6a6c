import css from '../theme/styles.css?inline';

/** The badge stands in a line of text; the others are blocks. */
const HOST = ':host(:not(span,percosec-risk-badge)){display:block}:host([hidden]){display:none}';

/** A sheet belongs to the document that it was made in. */
const sheets = /* @__PURE__ */ new WeakMap<Document, CSSStyleSheet>();

/**
 * The kit's styles in a document or a shadow root, once. As a sheet made by script, which no content security policy
 * forbids; where a browser has none, as a `<style>`, which needs the nonce.
 */
export function adoptStyles(root: Document | ShadowRoot, nonce: string | undefined): void {
  const owner = root.ownerDocument ?? (root as Document);
  const { CSSStyleSheet } = owner.defaultView as typeof globalThis & Window;
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = sheets.get(owner) ?? new CSSStyleSheet();
    if (!sheets.has(owner)) sheet.replaceSync(css + HOST);
    sheets.set(owner, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    return;
  }
  const parent = 'head' in root ? (root as Document).head : (root as ShadowRoot);
  if (parent.querySelector('style[data-percosec]')) return;
  const style = owner.createElement('style');
  if (nonce) style.nonce = nonce;
  style.dataset.percosec = '';
  style.textContent = css + HOST;
  parent.prepend(style);
}
