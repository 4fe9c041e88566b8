import type { z } from 'zod';
import { ATTRIBUTE_TEXT_LIMIT } from './attributes.ts';
import { cleanText } from './clean-text.ts';

/**
 * A zod rule in the form ProseMirror asks of an attribute's `validate`. ProseMirror asks whenever
 * a node or mark is made, so an editor field must not hand over what the rule refuses.
 *
 * @returns a function that throws `RangeError` with the rule's own sentence when the value breaks it
 */
export function attributeCheck(rule: z.ZodType): (value: unknown) => void {
  return (value) => {
    const checked = rule.safeParse(value);
    if (!checked.success) throw new RangeError(checked.error.issues.map((issue) => issue.message).join(' '));
  };
}

/** An attribute of plain words, empty by default, carried through the clipboard in a data attribute. */
export function wordsAttribute(name: string, htmlName: `data-${string}`, rule: z.ZodType) {
  return {
    default: '',
    // What is split off from a block does not inherit its words.
    keepOnSplit: false,
    validate: attributeCheck(rule),
    parseHTML: (element: HTMLElement) => cleanText(element.getAttribute(htmlName) ?? '').slice(0, ATTRIBUTE_TEXT_LIMIT),
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [htmlName]: attributes[name] } : {}),
  };
}

/** An attribute without which the node is not made, carried through the clipboard as it is. */
export function requiredAttribute(name: string, htmlName: `data-${string}`, rule: z.ZodType) {
  return {
    isRequired: true,
    validate: attributeCheck(rule),
    parseHTML: (element: HTMLElement) => element.getAttribute(htmlName),
    renderHTML: (attributes: Record<string, unknown>) => ({ [htmlName]: attributes[name] }),
  };
}
