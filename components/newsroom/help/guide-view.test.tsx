import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { allGuides } from '#lib/guides/guides.ts';
import { GuideContents, GuideView } from './guide-view.tsx';

const guides = await allGuides();

test('every guide renders whole, with an anchor for each part and nothing the newsroom forbids', () => {
  for (const guide of guides) {
    const html = renderToStaticMarkup(<GuideView guide={guide} />);
    for (const { id, title } of guide.sections) {
      expect(html, guide.slug).toContain(`id="${id}"`);
      expect(html, guide.slug).toContain(`>${title.replaceAll('&', '&amp;')}<`);
    }
    expect(html, guide.slug).not.toMatch(/ style=|<script|javascript:/);
    for (const [picture] of html.matchAll(/<img[^>]*>/g))
      expect(picture, guide.slug).toMatch(/(?=.* alt="[^"]+")(?=.* width="\d+")(?=.* height="\d+")/);
  }
});

test('the contents lead to every part', () => {
  for (const { slug, sections } of guides) {
    const html = renderToStaticMarkup(<GuideContents sections={sections} />);
    for (const { id } of sections) expect(html, slug).toContain(`href="#${id}"`);
  }
});
