import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { regencies, sections } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { textOf } from '#lib/search/passages.ts';
import { searchWish } from '#lib/search/search-input.ts';
import { readQuery } from '#lib/search/search-query.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anAgency, anOffice, aPublishedArticle, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import type { Words } from './article-input.ts';
import { renewReaders } from './going-live.ts';
import { portalById } from './public.ts';
import { searchPage } from './public-search.ts';
import { approve, claim, retract, startEdition, submit } from './publishing.ts';
import { learnWordsOf } from './search-upkeep.ts';
import { transition } from './transition.ts';

const db = testDatabase();

type Params = Parameters<typeof searchWish>[0];

async function search(office: Office, params: Params | string) {
  const portal = await portalById(office.portalId);
  const wish = searchWish(typeof params === 'string' ? { q: params } : params);
  if (portal === null || wish === null) throw new Error('Expected a portal and a search.');
  const page = await searchPage(portal, wish);
  if (page === null) throw new Error('Expected a page of results.');
  return page;
}

async function titles(office: Office, params: Params | string): Promise<string[]> {
  return (await search(office, params)).cards.map((card) => card.title);
}

const paragraphs = (...texts: string[]): Words['body'] => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** A live article of these words only, whose words search has learned. */
async function published(office: Office, title: string, words: Partial<Words> = {}) {
  const blank = { lead: 'Keterangan singkat.', body: paragraphs('Penutup.') };
  const live = await aPublishedArticle(office, { words: { ...blank, title, ...words } });
  await learnWordsOf({ articleId: live.articleId, isNew: true });
  return live;
}

describe('words', () => {
  test.each([
    ['berita', 'Ita ramai'],
    ['media', 'Dia datang'],
    ['pemerintah', 'Perintah turun'],
    ['perintah', 'Pemerintah bekerja'],
    ['menulis', 'Ulis rapi'],
    ['tulis', 'Ditulis tangan'],
    ['diskominfo', 'Skominfo buka'],
  ])('%s is found as written, though the stemmer spoils it, and before %s', async (word, other) => {
    const office = await anOffice();
    await published(office, `Kabar ${word} ini`);
    await published(office, `${other} sekali`);
    expect((await titles(office, word))[0]).toBe(`Kabar ${word} ini`);
  });

  test('are found whatever sign stands beside them, in any case, in any script', async () => {
    const office = await anOffice();
    await published(office, 'Gubernur: “Rawat sungai,” katanya – di Kabupaten/Kota ÉLOK');
    await published(office, 'COVID-19 melandai dan/atau reda…Warga lega');
    for (const word of ['rawat', 'SUNGAI', 'kota', 'élok', '“rawat sungai”', 'kabupaten/kota']) {
      expect(await titles(office, word), word).toHaveLength(1);
    }
    for (const word of ['covid-19', 'covid 19', 'atau', 'reda', 'warga', 'COVID –sungai']) {
      expect(await titles(office, word), word).toHaveLength(1);
    }
  });

  test('of the same stem are found and marked', async () => {
    const office = await anOffice();
    await published(office, 'Pembangunan jembatan');
    const [card] = (await search(office, 'membangun')).cards;
    expect(card?.marked.title).toEqual([
      { text: 'Pembangunan', hit: true },
      { text: ' jembatan', hit: false },
    ]);
  });

  test('count most in the title, then in the lead, then in the body', async () => {
    const office = await anOffice();
    await published(office, 'Isi', { body: paragraphs('Bekantan terlihat di hutan bakau.') });
    await published(office, 'Teras', { lead: 'Bekantan terlihat.' });
    await published(office, 'Bekantan terlihat');
    await published(office, 'Lain sama sekali');
    expect(await titles(office, 'bekantan')).toEqual(['Bekantan terlihat', 'Teras', 'Isi']);
  });

  test('an old text that fits as well goes after a new one, a new one that hardly fits after an old headline', async () => {
    const office = await anOffice();
    const at = async (moment: string, work: () => Promise<unknown>) => {
      const putBack = useClock(() => new Date(moment));
      await work().finally(putBack);
    };
    await at('2020-03-01T02:00:00Z', () => published(office, 'Banjir lama'));
    await at('2026-03-01T02:00:00Z', () => published(office, 'Banjir baru'));
    await at('2026-03-02T02:00:00Z', () => published(office, 'Rapat', { body: paragraphs('Sesudah banjir.') }));
    await at('2026-03-03T02:00:00Z', async () => {
      expect(await titles(office, 'banjir')).toEqual(['Banjir baru', 'Banjir lama', 'Rapat']);
      expect(await titles(office, { q: 'banjir', urut: 'terbaru' })).toEqual(['Rapat', 'Banjir baru', 'Banjir lama']);
    });
  });
});

describe('phrases and exclusions', () => {
  test('a phrase is found where its words stand beside one another, not across two parts of an article', async () => {
    const office = await anOffice();
    await published(office, 'Rumah sakit baru');
    await published(office, 'Sakit hati di rumah');
    // The last word of one part and the first of the next, also between the words and their stems.
    await published(office, 'Sakit di dalam rumah', { lead: 'Sakit gigi.' });
    expect(await titles(office, '"rumah sakit"')).toEqual(['Rumah sakit baru']);
    expect((await titles(office, 'rumah sakit')).length).toBe(3);
  });

  test('words joined by a hyphen are found', async () => {
    const office = await anOffice();
    await published(office, 'Anak-anak bermain');
    await published(office, 'Anak pulang');
    expect(await titles(office, 'anak-anak')).toEqual(['Anak-anak bermain']);
  });

  test('what is not wanted is left out, alone and as a phrase', async () => {
    const office = await anOffice();
    await published(office, 'Pasar pagi ramai');
    await published(office, 'Pasar malam ramai');
    await published(office, 'Ramai pasar, malam sepi');
    expect(await titles(office, 'pasar -malam')).toEqual(['Pasar pagi ramai']);
    expect((await titles(office, 'ramai -"pasar malam"')).sort()).toEqual(['Pasar pagi ramai']);
    expect((await search(office, '-malam')).outcome).toBe('unwanted');
  });

  test('either of two', async () => {
    const office = await anOffice();
    await published(office, 'Durian panen');
    await published(office, 'Rambutan panen');
    expect((await titles(office, 'durian or rambutan')).sort()).toEqual(['Durian panen', 'Rambutan panen']);
  });
});

describe('filters', () => {
  test('narrow down by agency, kind, section, regency and day; unknown ones fall away', async () => {
    const office = await anOffice();
    const other = await anAgency(office.portalId);
    const [section] = await database()
      .insert(sections)
      .values({ portalId: office.portalId, slug: 'wisata', name: 'Wisata' })
      .returning();
    await database().insert(regencies).values({ portalId: office.portalId, code: '64.72', name: 'Samarinda' });
    await published(office, 'Sungai biasa');
    await published(office, 'Sungai bersama', { jointAgencyIds: [other.agencyId] });
    await published(office, 'Sungai pengumuman', { kind: 'announcement' });
    await published(office, 'Sungai wisata', { sectionId: section?.id ?? null });
    await published(office, 'Sungai samarinda', { regencyCodes: ['64.72'] });
    const by = (params: Params) => titles(office, { q: 'sungai', ...params });
    expect(await by({ opd: other.agencySlug })).toEqual(['Sungai bersama']);
    expect(await by({ opd: office.agencySlug })).toHaveLength(5);
    expect(await by({ jenis: 'pengumuman' })).toEqual(['Sungai pengumuman']);
    expect(await by({ kanal: 'wisata' })).toEqual(['Sungai wisata']);
    expect(await by({ wilayah: '64.72' })).toEqual(['Sungai samarinda']);
    expect(await by({ opd: 'tidak-ada', wilayah: '99.99', jenis: 'banner', dari: '2026-02-30' })).toHaveLength(5);
  });

  test('days are those of the portal, both included', async () => {
    const office = await anOffice();
    // 23.30 WITA on the 14th and 00.30 WITA on the 15th.
    for (const [moment, title] of [
      ['2026-01-14T15:30:00Z', 'Sungai empat belas'],
      ['2026-01-14T16:30:00Z', 'Sungai lima belas'],
    ] as const) {
      const putBack = useClock(() => new Date(moment));
      await published(office, title).finally(putBack);
    }
    const by = (params: Params) => titles(office, { q: 'sungai', ...params });
    expect(await by({ dari: '2026-01-15' })).toEqual(['Sungai lima belas']);
    expect(await by({ sampai: '2026-01-14' })).toEqual(['Sungai empat belas']);
    expect(await by({ dari: '2026-01-15', sampai: '2026-01-14' })).toHaveLength(2);
  });

  test('pages end where the results end', async () => {
    const office = await anOffice();
    for (let count = 0; count < 21; count += 1) await published(office, `Sungai ${count}`);
    const portal = await portalById(office.portalId);
    const page = async (halaman: string) => {
      const wish = searchWish({ q: 'sungai', halaman });
      return portal === null || wish === null ? null : searchPage(portal, wish);
    };
    const [first, second] = [await page('1'), await page('2')];
    expect([first?.total, first?.pages, first?.cards.length, second?.cards.length]).toEqual([21, 2, 20, 1]);
    expect(new Set([...(first?.cards ?? []), ...(second?.cards ?? [])].map((card) => card.title)).size).toBe(21);
    for (const wrong of ['3', '50', '51', '0', '-1', 'dua']) expect(await page(wrong)).toBeNull();
  });
});

describe('whatever is typed', () => {
  const hostile = [
    'kata '.repeat(500),
    '"'.repeat(199),
    `"buka ${"'".repeat(50)}`,
    '%',
    '%_%_',
    '🦧🌳',
    'a\u0000b\u0007c',
    "'; drop table articles; --",
    '<script>alert(1)</script>',
    ':* & | ! <-> ( ) \\',
    '- - -"',
    'or or or',
    '\u202Eoranges',
    '\uD800',
    `${'x'.repeat(5_000)}`,
    '"" "" -""',
    '-'.repeat(200),
    'http://[::1',
  ];
  test.each(hostile)('is answered: %.30j', async (text) => {
    const office = await anOffice();
    await published(office, 'Sungai');
    const page = await search(office, text);
    expect(page.cards.every((card) => card.title === 'Sungai')).toBe(true);
  });

  test('nothing that can be typed is an error', async () => {
    const signs = [...`--- ""'':&|!<>()*~aé1.,/@\\`, 'or ', ' -', '-"', '“', '–'];
    const typed = fc.string({ unit: fc.constantFrom(...signs), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const wish = searchWish({ q: text });
        const query = wish === null ? 'nothing' : await readQuery(database(), wish.q.text);
        if (typeof query === 'string') return;
        await database().execute(
          sql`select 1 where ''::tsvector @@ ${query.full}::tsquery or ''::tsvector @@ ${query.indexed}::tsquery`,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('nothing finds nothing', async () => {
    const office = await anOffice();
    await published(office, 'Sungai');
    expect((await search(office, '   ')).outcome).toBe('blank');
    expect((await search(office, '%&$')).outcome).toBe('wordless');
    expect(await search(office, 'gurita')).toMatchObject({ outcome: 'answered', total: 0, meant: null, anyWord: null });
  });

  test('a body that would burst the index is published and found by its beginning', async () => {
    const office = await anOffice();
    const words = (from: number) =>
      Array.from({ length: 9_000 }, (_, index) => `kata${from + index}x-y${from + index}`);
    const many = Array.from({ length: 4 }, (_, part) => words(part * 9_000).join(' '));
    await published(office, 'Panjang', { body: paragraphs(...many) });
    expect(await titles(office, 'kata12x')).toEqual(['Panjang']);
  });
});

describe('only what readers may see', () => {
  test('not what is under way, retracted, or was superseded', async () => {
    const office = await anOffice();
    await aDraft(office, { words: { title: 'Orangutan draf' } });
    const gone = await published(office, 'Orangutan ditarik');
    await retract(office.editor, { ...gone, reason: 'Datanya keliru.', hidesTitle: false });
    const live = await published(office, 'Orangutan lama');
    const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const version = await type(office.contributor, begun.editionId, readyWords(office, { title: 'Bekantan baru' }));
    const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
    await approve(office.editor, { ...claimed, outcome: 'publish' });
    expect(await titles(office, 'orangutan')).toEqual([]);
    expect(await titles(office, 'bekantan')).toEqual(['Bekantan baru']);
  });

  test('what is archived stays to be found', async () => {
    const office = await anOffice();
    await transition(office.editor, 'archive', await published(office, 'Orangutan arsip'), { after: renewReaders });
    expect((await search(office, 'orangutan')).cards).toMatchObject([{ title: 'Orangutan arsip', isArchived: true }]);
  });

  test('not another portal’s', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    await published(elsewhere, 'Orangutan tetangga');
    expect(await search(office, 'orangutan')).toMatchObject({ cards: [], total: 0 });
  });

  test('not what was changed behind our back: title, body, embargo, or a retracted one put back', async () => {
    const office = await anOffice();
    const change = (set: string, editionId: string) =>
      behindOurBack(db.url(), `update editions set ${set} where id = $1`, [editionId]);
    await change(`title = 'Orangutan slot gacor'`, (await published(office, 'Orangutan satu')).editionId);
    const body = JSON.stringify(paragraphs('Orangutan slot gacor.'));
    await change(`body = '${body}'`, (await published(office, 'Orangutan dua')).editionId);
    await change(`embargo_until = '2099-01-01'`, (await published(office, 'Orangutan tiga')).editionId);
    const gone = await published(office, 'Orangutan empat');
    await retract(office.editor, { ...gone, reason: 'Datanya keliru.', hidesTitle: false });
    await change(`state = 'published'`, gone.editionId);
    await published(office, 'Orangutan lima');
    const { result, alarms } = await withAlarms(() => titles(office, 'orangutan'));
    expect(result).toEqual(['Orangutan lima']);
    expect(alarms.map((alarm) => alarm.what).sort()).toEqual(['found', 'found']);
  });

  test('an index filled behind our back suggests nothing that the texts do not say', async () => {
    const office = await anOffice();
    const live = await published(office, 'Orangutan pulang');
    await database().execute(sql`insert into search_words (portal_id, word) values (${office.portalId}, 'gacorslot')`);
    await database().execute(
      sql`update search_entries set words = to_tsvector('simple', 'gacorslot') where article_id = ${live.articleId}`,
    );
    expect((await search(office, 'gacorslots')).meant).toBeNull();
  });
});

describe('what is shown of a hit', () => {
  test('passages of the body, word for word, with the hits marked', async () => {
    const office = await anOffice();
    const filler = 'Kalimat lain yang panjang sekali tentang hal lain di tempat lain. '.repeat(30).trim();
    await published(office, 'Judul', { body: paragraphs(filler, 'Petugas menanam <b>meranti</b> & ulin.', filler) });
    const [card] = (await search(office, 'ulin')).cards;
    const [passage = []] = card?.marked.passages ?? [];
    expect(passage.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['ulin']);
    expect(textOf(passage)).toContain('<b>meranti</b> & ulin');
  });

  test('titles are whole, whatever is in them', async () => {
    const office = await anOffice();
    const title = 'Suhu < 30° & <b>ulin</b> “tumbuh” \uE000di\uE001 hutan';
    await published(office, title);
    const [card] = (await search(office, 'ulin')).cards;
    expect(textOf(card?.marked.title ?? [])).toBe(title);
    expect(card?.marked.title.filter((piece) => piece.hit)).toEqual([{ text: 'ulin', hit: true }]);
  });
});

describe('maksud Anda', () => {
  test('offers the word that was probably meant, when it finds something', async () => {
    const office = await anOffice();
    await published(office, 'Puskesmas Samarinda Seberang dibuka');
    expect((await search(office, 'puskemas samrainda')).meant).toBe('puskesmas samarinda');
    expect((await search(office, 'puskemas -samarinda')).meant).toBeNull();
    expect((await search(office, { q: 'puskemas', jenis: 'pidato' })).meant).toBeNull();
    expect((await search(office, 'puskesmas')).meant).toBeNull();
    expect((await search(office, 'xyzzyqwert')).meant).toBeNull();
  });

  test('or one of the words, when no article has them all', async () => {
    const office = await anOffice();
    await published(office, 'Durian panen');
    await published(office, 'Rambutan manis');
    expect(await search(office, 'durian manis')).toMatchObject({ total: 0, meant: null, anyWord: 'durian or manis' });
  });

  test('not a word that stood only in a retracted title', async () => {
    const office = await anOffice();
    const gone = await published(office, 'Fitnahan kejam');
    await retract(office.editor, { ...gone, reason: 'Menyangkut anak.', hidesTitle: true });
    expect((await search(office, 'fitnaan')).meant).toBeNull();
  });
});
