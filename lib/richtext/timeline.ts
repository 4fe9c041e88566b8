import { mergeAttributes, Node } from '@tiptap/core';
import { wordsAttribute } from './attribute-check.ts';
import { timelineItemAttributes } from './attributes.ts';

/** What happened when, in the order it is written. */
export const Timeline = Node.create({
  name: 'timeline',
  group: 'block',
  content: 'timelineItem+',
  isolating: true,

  parseHTML() {
    // Before the rule of ordinary lists, which would take it for one.
    return [{ tag: 'ol[data-block="timeline"]', priority: 60 }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['ol', mergeAttributes({ class: 'timeline', 'data-block': 'timeline' }, HTMLAttributes), 0];
  },
});

export const TimelineItem = Node.create({
  name: 'timelineItem',
  content: 'paragraph+',
  defining: true,

  addAttributes() {
    return { when: wordsAttribute('when', 'data-when', timelineItemAttributes.shape.when) };
  },

  parseHTML() {
    return [{ tag: 'li[data-block="timeline-item"]', priority: 60 }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['li', mergeAttributes({ 'data-block': 'timeline-item' }, HTMLAttributes), 0];
  },
});
