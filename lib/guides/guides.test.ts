import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { helpPath } from '#lib/urls.ts';
import { firstSteps, guideList } from './guide-list.ts';
import { type GuideBlock, type Inline, picturesOf } from './guide-shapes.ts';
import { allGuides, guideNamed, guidePicture } from './guides.ts';

const guides = await allGuides();
const screen = await wordsOfTheScreen();

/** All words of the guides with their marks. */
const marked = guides.flatMap(({ slug, summary, opening, sections }) =>
  [...summary, ...inlinesOf(opening), ...sections.flatMap(({ blocks }) => inlinesOf(blocks))].map((word) => ({
    slug,
    word,
  })),
);

function inlinesOf(blocks: readonly GuideBlock[]): Inline[] {
  return blocks.flatMap(inlinesOfBlock);
}

function inlinesOfBlock(block: GuideBlock): Inline[] {
  switch (block.kind) {
    case 'paragraph':
      return [...block.words];
    case 'list':
      return block.items.flatMap(inlinesOf);
    case 'table':
      return [block.head, ...block.rows].flat(2);
    case 'note':
      return inlinesOf(block.blocks);
    case 'picture':
      return [];
  }
}

test('every file of the folder is a guide of the list', async () => {
  const files = (await readdir('docs/panduan')).filter((name) => name.endsWith('.md'));
  expect(files.toSorted()).toEqual(guideList.map(({ slug }) => `${slug}.md`).toSorted());
});

test('every guide says what it is for and is made of short parts', () => {
  for (const { slug, title, summary, sections } of guides) {
    expect(title, slug).not.toBe('');
    expect(summary.length, slug).toBeGreaterThan(0);
    expect(sections.length, slug).toBeGreaterThan(3);
    expect(
      sections.filter(({ blocks }) => blocks.length === 0),
      slug,
    ).toEqual([]);
  }
});

test('every link leads to a guide, and to a heading that is there', () => {
  const places = new Set(
    guides.flatMap(({ slug, sections }) => [helpPath(slug), ...sections.map(({ id }) => helpPath(slug, id))]),
  );
  const astray = marked.flatMap(({ slug, word }) => {
    if (word.kind !== 'link' || word.isOutside) return [];
    const href = word.href.startsWith('#') ? `${helpPath(slug)}${word.href}` : word.href;
    return places.has(href) ? [] : [`${slug}: ${word.href}`];
  });
  expect(astray).toEqual([]);
});

test('every help link of a screen leads to a heading that is there', async () => {
  const links = [...screen.matchAll(/<HelpLink guide="([a-z]+)"(?: section="([a-z-]+)")?/g)];
  expect(links.length).toBeGreaterThan(3);
  for (const [, slug = '', section] of links) {
    const { sections } = await guideNamed(slug);
    if (section !== undefined) expect(sections.map(({ id }) => id)).toContain(section);
  }
});

test('what each role can do first is there', async () => {
  for (const [role, steps] of Object.entries(firstSteps)) {
    for (const { slug, section } of steps) {
      const { sections } = await guideNamed(slug);
      expect(
        sections.map(({ id }) => id),
        `${role}: ${slug}`,
      ).toContain(section);
    }
  }
});

test('every picture of the folder is shown by a guide or the first page of the repository, and can be read', async () => {
  const shown = picturesOf(guides);
  const readme = await readFile('README.md', 'utf8');
  const idle = (await readdir('docs/panduan/gambar')).filter((name) => !shown.has(name) && !readme.includes(name));
  expect(idle).toEqual([]);
  for (const name of shown) expect((await guidePicture(name)).subarray(8, 12).toString(), name).toBe('WEBP');
});

test('what no guide shows is not there', async () => {
  for (const name of ['tidak-ada.webp', '../kontributor.md', 'gambar/meja.webp', ''])
    await expect(guidePicture(name)).rejects.toMatchObject({ code: 'not_found' });
  await expect(guideNamed('tidak-ada')).rejects.toMatchObject({ code: 'not_found' });
});

test('every label in bold is a word of the screen', async () => {
  const stale = marked.flatMap(({ slug, word }) =>
    word.kind === 'label' && !isOnScreen(word.text) ? [`${slug}: ${word.text}`] : [],
  );
  expect(stale).toEqual([]);
});

/** The sources of the newsroom's screens and of the words they take from the domain, in one line each. */
async function wordsOfTheScreen(): Promise<string> {
  const parts: string[] = [];
  for (const folder of ['app/(newsroom)', 'components', 'lib/newsroom', 'lib/richtext', 'lib/media']) {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
      parts.push((await readFile(`${folder}/${file}`, 'utf8')).replace(/\s+/g, ' '));
    }
  }
  return parts.join('\n');
}

/** Whether a label stands somewhere as a whole: between quotes, tags or braces, not inside a sentence. */
function isOnScreen(label: string): boolean {
  const words = label.replace(/[.()]/g, '\\$&').replaceAll('&', '(?:&|&amp;)');
  return new RegExp(`['"\`>}] ?${words} ?['"\`<{($:…“]`, 'u').test(screen);
}
