import css from '../theme/styles.css?inline';

/** The badge stands in a line of text; the others are blocks. */
const HOST = ':host(:not(span,percosec-risk-badge)){display:block}:host([hidden]){display:none}';

/**
 * A page's CSS doesn't reach into a shadow root, but what is inherited does: there the tokens stand on the host, where
 * `percosec-risk-badge { --percosec-accent: … }` goes before them.
 */
function tokensToHost(sheet: CSSStyleSheet): void {
  const rules = [...sheet.cssRules].flatMap((rule) =>
    rule.cssText.startsWith('@supports') ? [...(rule as CSSSupportsRule).cssRules] : rule,
  );
  for (const rule of rules) {
    const { selectorText, style } = rule as CSSStyleRule;
    if (selectorText === '.percosec' && style[0]?.startsWith('--percosec-'))
      (rule as CSSStyleRule).selectorText = ':host';
  }
}

/** A sheet belongs to the document that it was made in: one there for shadow roots, one for itself. */
const sheets = /* @__PURE__ */ new WeakMap<Document, Map<boolean, CSSStyleSheet>>();

function sheetFor(owner: Document, inShadow: boolean, Sheet: typeof CSSStyleSheet): CSSStyleSheet {
  const made = sheets.get(owner) ?? new Map<boolean, CSSStyleSheet>();
  sheets.set(owner, made);
  const known = made.get(inShadow);
  if (known) return known;
  const sheet = new Sheet();
  sheet.replaceSync(css + HOST);
  if (inShadow) tokensToHost(sheet);
  made.set(inShadow, sheet);
  return sheet;
}

/**
 * The kit's styles in a document or a shadow root, once. As a sheet made by script, which no content security policy
 * forbids; where a browser has none, as a `<style>`, which needs the nonce.
 */
export function adoptStyles(root: Document | ShadowRoot, nonce: string | undefined): void {
  const owner = root.ownerDocument ?? (root as Document);
  const inShadow = owner !== root;
  const { CSSStyleSheet } = owner.defaultView as typeof globalThis & Window;
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = sheetFor(owner, inShadow, CSSStyleSheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    return;
  }
  const parent = inShadow ? root : (root as Document).head;
  if (parent.querySelector('style[data-percosec]')) return;
  const style = owner.createElement('style');
  if (nonce) style.nonce = nonce;
  style.dataset.percosec = '';
  style.textContent = css + HOST;
  parent.prepend(style);
  if (inShadow && style.sheet) tokensToHost(style.sheet);
}
