/** Our blocks as they stand on the clipboard: the element, and the attributes that carry their words. */
const ownBlocks: Readonly<Record<string, { element: string; carries: readonly string[] }>> = {
  gallery: { element: 'section', carries: ['data-caption'] },
  'pull-quote': { element: 'aside', carries: ['data-by'] },
  'info-box': { element: 'aside', carries: ['data-title'] },
  timeline: { element: 'ol', carries: [] },
  'timeline-item': { element: 'li', carries: ['data-when'] },
  'key-numbers': { element: 'dl', carries: [] },
  'key-number': { element: 'div', carries: ['data-value', 'data-label', 'data-source'] },
  'document-card': { element: 'div', carries: ['data-asset-id', 'data-asset-hash', 'data-title', 'data-description'] },
  'related-article': { element: 'div', carries: ['data-article-id', 'data-title'] },
  'agenda-event': { element: 'div', carries: ['data-article-id', 'data-title', 'data-when', 'data-venue'] },
};

/**
 * Which attributes a pasted element keeps because it is one of our blocks; null for any other. What
 * the attributes say is checked where the node is made.
 */
export function keptOfOwnBlock(name: string, attributes: ReadonlyMap<string, string>): readonly string[] | null {
  const block = attributes.get('data-block') ?? '';
  const own = Object.hasOwn(ownBlocks, block) ? ownBlocks[block] : undefined;
  return own?.element === name ? ['data-block', ...own.carries] : null;
}
