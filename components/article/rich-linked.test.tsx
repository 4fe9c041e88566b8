import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { parseDocument } from '#lib/richtext/document.ts';
import type { LinkedWords } from '#lib/richtext/surroundings.ts';
import { RichText } from './rich-text.tsx';

const articleId = '01890a5d-ac96-774b-bcce-b302099a8057';
const now: LinkedWords = { path: '/berita/pasar', title: 'Pasar buka', when: 'Rabu', venue: 'Aula' };

function drawn(block: unknown, linked?: () => LinkedWords | null): string {
  const parsed = parseDocument({ type: 'doc', content: [block] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return renderToStaticMarkup(<RichText document={parsed.document} figure={() => null} {...(linked && { linked })} />);
}

const related = { type: 'relatedArticle', attrs: { articleId, title: 'Judul lama' } };
const event = { type: 'agendaEvent', attrs: { articleId, title: 'Judul lama', when: 'Senin' } };

test('another article has the title it has now', () => {
  expect(drawn(related, () => now)).toBe(
    '<p class="read-also"><strong>Baca juga</strong> <a href="/berita/pasar">Pasar buka</a></p>',
  );
});

test('an event has the time and place it has now', () => {
  expect(drawn(event, () => now)).toBe(
    '<div class="agenda-card"><p><strong>Agenda</strong> <a href="/berita/pasar">Pasar buka</a></p><p class="agenda-facts">Rabu</p><p class="agenda-facts">Aula</p></div>',
  );
});

test.each([related, event])('what is retracted is gone; in a version of the history it is named', (block) => {
  expect(drawn(block, () => null)).toBe('');
  expect(drawn(block)).toContain('Judul lama');
});
