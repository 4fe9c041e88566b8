import type { XmlReader } from './xml-check.ts';

/** What a style says of the words in it; undefined where it leaves that to the style it follows. */
type Looks = {
  bold: boolean | undefined;
  italic: boolean | undefined;
  hidden: boolean | undefined;
};
type Style = Looks & { follows: string };

/** Styles that follow one another, at most; a circle ends there. */
const longestChain = 12;

/** The styles of an .odt, of its automatic and its named ones: by what they say, not by how they look. */
export class OpenDocumentStyles implements XmlReader {
  readonly #styles = new Map<string, Style>();
  /** Levels that count, by the name of the list's style. */
  readonly #numbered = new Map<string, Set<string>>();
  #name = '';

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'style:style' || name === 'text:list-style') {
      this.#name = attributes['style:name'] ?? '';
      this.#styles.set(this.#name, {
        ...{ bold: undefined, italic: undefined, hidden: undefined },
        follows: attributes['style:parent-style-name'] ?? '',
      });
    }
    if (name === 'text:list-level-style-number' && (attributes['style:num-format'] ?? '1') !== '') {
      const levels = this.#numbered.get(this.#name) ?? new Set<string>();
      this.#numbered.set(this.#name, levels.add(attributes['text:level'] ?? '1'));
    }
    if (name === 'style:text-properties') this.#learn(attributes);
  };

  /** Whether a level of a list counts; the first is 1. */
  isNumbered(list: string, level: number): boolean {
    return this.#numbered.get(list)?.has(String(level)) ?? false;
  }

  /** Whether a paragraph is of the style for titles, or of one that follows it. */
  isTitle(name: string): boolean {
    return this.#chain(name).some((one) => /^(?:Title|Judul)$/i.test(one));
  }

  /** A style as the attribute of an element of HTML; empty where it says nothing. */
  attribute(name: string): string {
    const chain = this.#chain(name).flatMap((one) => this.#styles.get(one) ?? []);
    const said = (key: keyof Looks) => chain.find((style) => style[key] !== undefined)?.[key];
    const [bold, italic, hidden] = [said('bold'), said('italic'), said('hidden')];
    const parts = [
      bold === undefined ? '' : `font-weight:${bold ? 'bold' : 'normal'}`,
      italic === undefined ? '' : `font-style:${italic ? 'italic' : 'normal'}`,
      hidden ? 'display:none' : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : ` style="${parts.join(';')}"`;
  }

  #learn(attributes: Readonly<Record<string, string>>): void {
    const style = this.#styles.get(this.#name);
    if (style === undefined) return;
    const { 'fo:font-weight': weight, 'fo:font-style': slant, 'text:display': display } = attributes;
    if (weight !== undefined) style.bold = /^(?:bold|[6-9]00)$/.test(weight);
    if (slant !== undefined) style.italic = slant === 'italic' || slant === 'oblique';
    if (display !== undefined) style.hidden = display === 'none';
  }

  #chain(name: string): string[] {
    const chain: string[] = [];
    for (let at = name; at !== '' && chain.length < longestChain; at = this.#styles.get(at)?.follows ?? '')
      chain.push(at);
    return chain;
  }
}
