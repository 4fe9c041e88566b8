import type { Guide, GuideBlock, GuideSection, Inline } from '#lib/guides/guide-shapes.ts';
import { helpPicturePath } from '#lib/urls.ts';

/** Narrower pictures were taken on a phone, at twice its 360 points. */
const widthOfDesks = 1000;

/** The words of a guide below its title, each part under a heading that links can lead to. */
export function GuideView({ guide: { opening, sections } }: { guide: Guide }) {
  return (
    <div className="guide-text stack">
      <Blocks blocks={opening} />
      {sections.map((section) => (
        <section key={section.id} className="stack" aria-labelledby={section.id}>
          <SectionHeading section={section} />
          <Blocks blocks={section.blocks} />
        </section>
      ))}
    </div>
  );
}

/** The headings of a guide: open beside the words on a desk, folded above them on a phone. */
export function GuideContents({ sections }: { sections: readonly GuideSection[] }) {
  const list = (
    <ol className="guide-contents-list">
      {sections.map(({ id, title, depth }) => (
        <li key={id} className={depth === 3 ? 'guide-contents-deep' : undefined}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <details className="guide-contents guide-contents-folded">
        <summary>Isi panduan ini</summary>
        <nav aria-label="Isi panduan ini">{list}</nav>
      </details>
      <nav className="guide-contents guide-contents-open" aria-label="Isi panduan ini">
        <p className="guide-contents-name">Isi panduan ini</p>
        {list}
      </nav>
    </>
  );
}

/** Words of a guide as they are marked. */
export function Words({ words }: { words: readonly Inline[] }) {
  return keyed(words).map(({ key, one }) => <Word key={key} word={one} />);
}

function SectionHeading({ section: { id, title, depth } }: { section: GuideSection }) {
  return depth === 2 ? <h2 id={id}>{title}</h2> : <h3 id={id}>{title}</h3>;
}

function Blocks({ blocks }: { blocks: readonly GuideBlock[] }) {
  return keyed(blocks).map(({ key, one }) => <Block key={key} block={one} />);
}

function Block({ block }: { block: GuideBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words words={block.words} />
        </p>
      );
    case 'list': {
      const items = keyed(block.items).map(({ key, one }) => (
        <li key={key}>
          <Blocks blocks={one} />
        </li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'picture': {
      const { name, alt, width, height, mark } = block.picture;
      return (
        <img
          className={width < widthOfDesks ? 'guide-picture guide-picture-phone' : 'guide-picture'}
          src={helpPicturePath(name, mark)}
          alt={alt}
          width={width}
          height={height}
          loading="lazy"
        />
      );
    }
    case 'table':
      return (
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                {keyed(block.head).map(({ key, one }) => (
                  <th key={key} scope="col">
                    <Words words={one} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {keyed(block.rows).map(({ key, one: row }) => (
                <tr key={key}>
                  {keyed(row).map(({ key: cellKey, one }) => (
                    <td key={cellKey}>
                      <Words words={one} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'note':
      return (
        <div className="notice stack-tight" role="note">
          <Blocks blocks={block.blocks} />
        </div>
      );
  }
}

function Word({ word }: { word: Inline }) {
  switch (word.kind) {
    case 'text':
      return word.text;
    case 'label':
      return <strong>{word.text}</strong>;
    case 'emphasis':
      return <em>{word.text}</em>;
    case 'code':
      return <code>{word.text}</code>;
    case 'link':
      return word.isOutside ? (
        <a href={word.href} rel="noopener">
          {word.text}
        </a>
      ) : (
        <a href={word.href}>{word.text}</a>
      );
  }
}

/** A guide never changes while it is looked at: the place of a thing is its name. */
function keyed<T>(things: readonly T[]): { key: string; one: T }[] {
  return things.map((one, place) => ({ key: String(place), one }));
}
