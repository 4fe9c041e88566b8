import { mergeAttributes, Node } from '@tiptap/core';
import { requiredAttribute, wordsAttribute } from './attribute-check.ts';
import { agendaEventAttributes, relatedArticleAttributes } from './attributes.ts';

/** “Baca juga”: another article of the portal, by id, with the title it had when it was put in. */
export const RelatedArticle = Node.create({
  name: 'relatedArticle',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    const { articleId, title } = relatedArticleAttributes.shape;
    return {
      articleId: requiredAttribute('articleId', 'data-article-id', articleId),
      title: wordsAttribute('title', 'data-title', title),
    };
  },

  parseHTML: () => [{ tag: 'div[data-block="related-article"]', getAttrs: known }],

  renderHTML({ node, HTMLAttributes }) {
    const { title } = relatedArticleAttributes.parse(node.attrs);
    return [
      'div',
      mergeAttributes({ class: 'related-article', 'data-block': 'related-article' }, HTMLAttributes),
      title,
    ];
  },
});

/** An event of the agenda, by id, with what was known of it when it was put in. */
export const AgendaEvent = Node.create({
  name: 'agendaEvent',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    const { articleId, title, when, venue } = agendaEventAttributes.shape;
    return {
      articleId: requiredAttribute('articleId', 'data-article-id', articleId),
      title: wordsAttribute('title', 'data-title', title),
      when: wordsAttribute('when', 'data-when', when),
      venue: wordsAttribute('venue', 'data-venue', venue),
    };
  },

  parseHTML: () => [{ tag: 'div[data-block="agenda-event"]', getAttrs: known }],

  renderHTML({ node, HTMLAttributes }) {
    const { title } = agendaEventAttributes.parse(node.attrs);
    return ['div', mergeAttributes({ class: 'agenda-event', 'data-block': 'agenda-event' }, HTMLAttributes), title];
  },
});

/** Without the id of an article there is no such block. */
function known(element: HTMLElement): null | false {
  const { articleId } = relatedArticleAttributes.shape;
  return articleId.safeParse(element.getAttribute('data-article-id')).success ? null : false;
}
