import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { agencies, events, users } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anAgency, anOffice, type Office } from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { loadActor } from './actor.ts';
import { previewPeople, takePeople } from './people-import.ts';

testDatabase();

const head = 'nama;surel;whatsapp;peran;perangkat daerah';

async function shortNameOf(office: Office): Promise<string> {
  const [row] = await database().select().from(agencies).where(eq(agencies.id, office.agencyId));
  return row?.shortName ?? '';
}

const fileOf = (...lines: string[]) => new File([[head, ...lines].join('\r\n')], 'orang.csv');
const userOf = async (email: string) => (await database().select().from(users).where(eq(users.email, email)))[0];

describe('a file of people', () => {
  test('is tried first, then taken whole, each person and role an event', async () => {
    const office = await anOffice();
    const house = await shortNameOf(office);
    const [colleague] = await database().select().from(users).where(eq(users.id, office.colleague.userId));
    const text = [
      `Ayu Lestari;Ayu@contoh.example;0812 3456 7890;Kontributor;${house}`,
      `Ayu Lestari;ayu@contoh.example;;Verifikator;${house}`,
      `Rudi;${colleague?.email};;Pimpinan;${house}`,
      `Rudi;${colleague?.email};;Kontributor;${house}`,
      'Tanpa Peran;tanpa@contoh.example;;;',
    ];
    const tried = await previewPeople(office.admin, { portalId: office.portalId, file: fileOf(...text) });
    expect(tried.lines.map(({ line, outcome, text: said }) => [line, outcome, said])).toEqual([
      [2, 'new', 'Orang baru, peran berlaku.'],
      [3, 'known', 'Sudah ada, peran menunggu diterima.'],
      [4, 'known', 'Sudah ada, peran berlaku.'],
      [5, 'same', 'Sudah ada, tidak berubah.'],
      [6, 'new', 'Orang baru, tanpa peran.'],
    ]);
    expect(await userOf('ayu@contoh.example')).toBeUndefined();
    const taken = await takePeople(office.admin, { portalId: office.portalId, text: tried.text });
    expect([taken.people, taken.roles, taken.waiting, taken.wrong]).toEqual([2, 3, 1, 0]);
    const ayu = await userOf('ayu@contoh.example');
    if (ayu === undefined) throw new Error('Ayu was not added.');
    expect(ayu.phone).toBe('6281234567890');
    expect((await loadActor(ayu.id)).roles.map((held) => held.role)).toEqual(['contributor']);
    const told = await database().select().from(events).where(eq(events.subjectId, ayu.id)).orderBy(events.seq);
    expect(told.map((event) => [event.verb, event.detail['role'] ?? null])).toEqual([
      ['create_person', null],
      ['grant_role', 'contributor'],
      ['grant_role', 'verifier'],
    ]);
  });

  test('says of each line what is wrong, gives those lines back safely, and then takes none', async () => {
    const office = await anOffice();
    const elsewhere = await anAgency((await anOffice()).portalId);
    const house = await shortNameOf(office);
    const { email: ownEmail } = office.admin;
    const file = fileOf(
      `Baik;baik@contoh.example;;Kontributor;${house}`,
      '=HYPERLINK(A1);bukan-surel;;Kontributor;',
      `Peran Aneh;aneh@contoh.example;;Raja;${house}`,
      `Jauh;jauh@contoh.example;;Kontributor;${elsewhere.agencySlug}`,
      `Adi;${ownEmail};;Kontributor;${house}`,
      `Bos;bos@contoh.example;;Redaktur;${house}`,
    );
    const tried = await previewPeople(office.admin, { portalId: office.portalId, file });
    expect(tried.lines.map(({ outcome }) => outcome)).toEqual(['new', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
    expect(tried.errorsCsv).toContain('"\'=HYPERLINK(');
    expect(tried.errorsCsv).toContain('Tidak seorang pun dapat memberi peran kepada diri sendiri.');
    expect(await issueCodes(takePeople(office.admin, { portalId: office.portalId, text: tried.text }))).toEqual([
      'lines_wrong',
    ]);
    expect(await userOf('baik@contoh.example')).toBeUndefined();
  });

  test('keeps admins and editors apart, also within one file', async () => {
    const office = await anOffice();
    const file = fileOf('Dua Topi;dua@contoh.example;;Admin;', 'Dua Topi;dua@contoh.example;;Redaktur;');
    const tried = await previewPeople(office.admin, { portalId: office.portalId, file });
    expect(tried.lines.map(({ outcome }) => outcome)).toEqual(['new', 'wrong']);
  });

  test.each([
    ['without its columns', 'nama;surel\nA;a@contoh.example'],
    ['without people', head],
    [
      'with too many people',
      [head, ...Array.from({ length: 501 }, (_, at) => `A;a${at}@contoh.example;;;`)].join('\n'),
    ],
  ])('is refused %s', async (_, text) => {
    const office = await anOffice();
    const file = new File([text], 'orang.csv');
    expect(await issueCodes(previewPeople(office.admin, { portalId: office.portalId, file }))).toEqual(['file_wrong']);
  });

  test('of many people is taken', async () => {
    const office = await anOffice();
    const house = await shortNameOf(office);
    const lines = Array.from(
      { length: 120 },
      (_, at) => `Orang ${at};banyak${at}@contoh.example;;Kontributor;${house}`,
    );
    const text = [head, ...lines].join('\n');
    const taken = await takePeople(office.admin, { portalId: office.portalId, text });
    expect([taken.people, taken.roles]).toEqual([120, 120]);
  }, 60_000);

  test('is for admins of the portal only', async () => {
    const office = await anOffice();
    const elsewhere = await anOffice();
    for (const who of [office.managingEditor, office.editor, elsewhere.admin]) {
      const file = fileOf('Ayu;ayu2@contoh.example;;;');
      expect(await refusal(previewPeople(who, { portalId: office.portalId, file }))).toBe('not_found');
      expect(
        await refusal(takePeople(who, { portalId: office.portalId, text: `${head}\nA;a@contoh.example;;;` })),
      ).toBe('not_found');
    }
  });
});
