/**
 * Shows a page of ours in a colour scheme whatever this device prefers: its own rules for that scheme are
 * made to hold, so that what is seen are the very rules readers get.
 */
export function showInScheme(page: Document, scheme: 'light' | 'dark'): void {
  // A frame has classes of its own: a rule in it is none of this window's.
  const view = page.defaultView;
  if (view === null) return;
  for (const media of schemeRules([...page.styleSheets].flatMap(rulesOf), view)) {
    const asked = askedOf.get(media) ?? media.mediaText;
    askedOf.set(media, asked);
    media.mediaText = asked.includes(scheme) ? 'all' : 'not all';
  }
  // A frame whose page has not begun has a document without anything in it, whatever its type says.
  const root: HTMLElement | null = page.documentElement;
  root?.style.setProperty('color-scheme', scheme);
}

/** What a rule asked of the device before it was made to hold. */
const askedOf = new WeakMap<MediaList, string>();

function schemeRules(rules: readonly CSSRule[], view: Window & typeof globalThis): MediaList[] {
  return rules.flatMap((rule): MediaList[] => {
    if (rule instanceof view.CSSImportRule) return rule.styleSheet ? schemeRules(rulesOf(rule.styleSheet), view) : [];
    if (!(rule instanceof view.CSSGroupingRule)) return [];
    const inside = schemeRules([...rule.cssRules], view);
    if (!(rule instanceof view.CSSMediaRule)) return inside;
    const asksForScheme = askedOf.has(rule.media) || rule.media.mediaText.includes('prefers-color-scheme');
    return asksForScheme ? [rule.media, ...inside] : inside;
  });
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  return [...sheet.cssRules];
}
