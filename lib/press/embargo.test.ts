import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { embargoPasses, embargoReadings, events, mails, pressContacts, renditions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { suspend } from '#lib/accounts/suspension.ts';
import { useClock } from '#lib/clock.ts';
import type { ArticleId, PressContactId } from '#lib/ids.ts';
import { documentKey, renditionKey } from '#lib/media/storage.ts';
import { publishDue } from '#lib/newsroom/due.ts';
import { approve, claim, retract, returnEdition } from '#lib/newsroom/publishing.ts';
import { schedule, unschedule } from '#lib/newsroom/scheduling.ts';
import { anAssetRow, coverOf, pdfRow } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { embargoView, letInAccount, letInContact, revokePass } from './embargo-passes.ts';
import { embargoFile, embargoPage, embargoPageForActor } from './embargo-reading.ts';
import { addContact, contactsOf, editContact, switchContact } from './press-contacts.ts';

testDatabase();
testMediaFolders();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const hour = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
const phone = { device: 'Chrome di Android' };

let count = 0;
async function aContact(email = ''): Promise<PressContactId> {
  count += 1;
  const fields = { name: `Ani Wartawan ${count}`, outlet: 'Harian Mahakam', email, phone: '', note: '' };
  await addContact(office.editor, { portalId: office.portalId, ...fields });
  const [row] = await database().select().from(pressContacts).where(eq(pressContacts.name, fields.name));
  if (row === undefined) throw new Error('no contact');
  return row.id;
}

async function anEmbargoedArticle(words = {}) {
  const editing = await anArticleInEditing(office, {
    words: { title: 'Rencana rahasia pelabuhan', details: { embargoUntil: hour.toISOString() }, ...words },
  });
  const approved = await approve(office.editor, { ...editing, outcome: 'wait' });
  return { ...approved, articleId: editing.articleId };
}

/** A journalist's link to the article. */
async function aLink(articleId: ArticleId, by: Actor = office.editor, email = '') {
  const contactId = await aContact(email);
  let token = '';
  const made = await letInContact(by, { articleId, contactId }, async (_portal, secret) => {
    token = secret;
    return `https://warta.example/embargo/${secret}`;
  });
  const [pass] = await database()
    .select()
    .from(embargoPasses)
    .where(and(eq(embargoPasses.articleId, articleId), eq(embargoPasses.contactId, contactId)))
    .orderBy(desc(embargoPasses.id));
  if (pass === undefined) throw new Error('no pass');
  return { token, contactId, passId: pass.id, made };
}

async function atTheHour<T>(work: () => Promise<T>): Promise<T> {
  const putBack = useClock(() => hour);
  try {
    return await work();
  } finally {
    putBack();
  }
}

describe('a personal link', () => {
  test('shows a cover, then the signed words under the name of its holder, and keeps every reading', async () => {
    const { articleId } = await anEmbargoedArticle();
    const { token, passId } = await aLink(articleId);
    expect(await embargoPage(token, null)).toMatchObject({ kind: 'cover', from: 'Harian Mahakam', until: hour });
    expect(await database().select().from(embargoReadings).where(eq(embargoReadings.passId, passId))).toEqual([]);
    const page = await embargoPage(token, phone);
    const again = await embargoPage(token, phone);
    if (page?.kind !== 'open' || again?.kind !== 'open') throw new Error('not open');
    expect(page.preview.article.title).toBe('Rencana rahasia pelabuhan');
    expect(page.reader).toMatchObject({ from: 'Harian Mahakam', mark: expect.stringMatching(/^[0-9A-Z]{6}$/) });
    expect(again.reader.mark).not.toBe(page.reader.mark);
    const view = await embargoView(office.managingEditor, articleId);
    expect(view.passes[0]?.readings).toMatchObject([
      { mark: again.reader.mark, device: 'Chrome di Android' },
      { mark: page.reader.mark },
    ]);
    // Drizzle's own error tells what the trigger said in its cause.
    const change = database().update(embargoReadings).set({ mark: 'LAIN' }).where(eq(embargoReadings.passId, passId));
    await expect(change).rejects.toThrow();
  });

  test('closes when it is revoked, its holder switched off, or its maker suspended', async () => {
    const { articleId } = await anEmbargoedArticle();
    const revoked = await aLink(articleId);
    await revokePass(office.otherEditor, { passId: revoked.passId });
    await revokePass(office.otherEditor, { passId: revoked.passId });
    expect(await embargoPage(revoked.token, phone)).toBeNull();

    const off = await aLink(articleId);
    await switchContact(office.editor, { contactId: off.contactId, version: 1, to: 'off' });
    expect(await embargoPage(off.token, phone)).toBeNull();
    await switchContact(office.editor, { contactId: off.contactId, version: 2, to: 'on' });
    expect((await embargoPage(off.token, null))?.kind).toBe('cover');

    const elsewhere = await anOffice();
    const former = office;
    office = elsewhere;
    const theirs = await anEmbargoedArticle();
    const orphan = await aLink(theirs.articleId);
    office = former;
    const { userId } = elsewhere.editor;
    const reason = 'Akun dipakai orang lain untuk membocorkan.';
    await suspend(elsewhere.admin, { userId, version: 1, reason, forAbuse: false });
    expect(await embargoPage(orphan.token, phone)).toBeNull();
    expect(await embargoPage('x'.repeat(43), phone)).toBeNull();
    const told = await database().select().from(events).where(eq(events.articleId, articleId)).orderBy(events.seq);
    expect(told.map(({ verb }) => verb).slice(-3)).toEqual(['let_in', 'revoke_pass', 'let_in']);
  });

  test('says that the words are not ready while the desk works on them, and never shows unsigned ones', async () => {
    const { articleId, ...approved } = await anEmbargoedArticle();
    const { token } = await aLink(articleId);
    const taken = await claim(office.otherEditor, approved);
    expect(await embargoPage(token, phone)).toMatchObject({ kind: 'waiting', until: hour });
    const note = 'Kutipannya perlu diperiksa lagi.';
    await returnEdition(office.otherEditor, { ...taken, reasonCode: 'language', note });
    expect((await embargoPage(token, phone))?.kind).toBe('waiting');
  });

  test('leads to the public article after its time, and to nothing when that is retracted', async () => {
    const { articleId, ...approved } = await anEmbargoedArticle();
    const { token } = await aLink(articleId);
    await schedule(office.editor, { ...approved, scheduledFor: hour });
    expect((await embargoPage(token, null))?.kind).toBe('cover');
    await atTheHour(async () => {
      expect((await embargoPage(token, phone))?.kind).toBe('waiting');
      await publishDue();
      const page = await embargoPage(token, phone);
      if (page?.kind !== 'published') throw new Error('not published');
      expect(page.preview.article.slug).toContain('rencana-rahasia-pelabuhan');
      const { version } = await editionRow(approved.editionId);
      const reason = 'Rencananya dibatalkan.';
      await retract(office.editor, { editionId: approved.editionId, version, reason, hidesTitle: false });
      expect(await embargoPage(token, phone)).toBeNull();
    });
  });

  test('gives pictures of the article before its time, and no documents', async () => {
    const photo = await anAssetRow(office, office.contributor);
    const other = await anAssetRow(office, office.contributor);
    const letter = await anAssetRow(office, office.contributor, { ...pdfRow });
    const attachments = [{ assetId: letter.assetId, assetHash: letter.hash, title: 'Keputusan' }];
    const { articleId, ...approved } = await anEmbargoedArticle({ cover: coverOf(photo), attachments });
    const { token } = await aLink(articleId);
    const page = await embargoPage(token, phone);
    if (page?.kind !== 'open') throw new Error('not open');
    expect(page.preview.article.documents[letter.assetId]).toMatchObject({ key: '', withdrawn: true });
    expect(await embargoFile(token, documentKey(letter.hash))).toBeNull();
    const [foreign] = await database().select().from(renditions).where(eq(renditions.assetId, other.assetId));
    expect(await embargoFile(token, foreign?.key ?? renditionKey(other.hash, 'image/jpeg'))).toBeNull();
    await claim(office.editor, approved);
    const [own] = await database().select().from(renditions).where(eq(renditions.assetId, photo.assetId));
    expect(await embargoFile(token, own?.key ?? '')).toBeNull();
  });

  test('is made once per journalist, and mailed only where mail is set up', async () => {
    const { articleId } = await anEmbargoedArticle();
    const { contactId, made } = await aLink(articleId, office.editor, 'ani@media.example');
    expect(made).toMatchObject({ mailed: false, address: expect.stringContaining('/embargo/') });
    expect(await database().select().from(mails)).toEqual([]);
    const again = letInContact(office.editor, { articleId, contactId }, async () => '');
    expect(await refusal(again)).toBe('conflict');
  });
});

describe('an account that was let in', () => {
  test('reads signed in what it could not see, and nobody else does', async () => {
    const elsewhere = await anOffice();
    const { articleId } = await anEmbargoedArticle();
    const guest = office.admin;
    expect(await refusal(embargoPageForActor(guest, articleId, null))).toBe('not_found');
    await letInAccount(office.editor, { articleId, userId: guest.userId });
    const page = await embargoPageForActor(guest, articleId, phone);
    expect(page).toMatchObject({ kind: 'open', reader: { name: guest.name } });
    expect(await refusal(embargoPageForActor(elsewhere.editor, articleId, phone))).toBe('not_found');
    const [event] = await database().select().from(events).where(eq(events.verb, 'let_in')).orderBy(desc(events.seq));
    expect(event).toMatchObject({ subjectId: guest.userId, actorId: office.editor.userId });
    const stranger = { articleId, userId: elsewhere.contributor.userId };
    expect(await issueCodes(letInAccount(office.editor, stranger))).toEqual(['unknown_account']);
  });
});

describe('refused', () => {
  test('letting in where there is no embargo, or after it', async () => {
    const plain = await anArticleInEditing(office);
    const contactId = await aContact();
    const link = (articleId: ArticleId) => letInContact(office.editor, { articleId, contactId }, async () => '');
    expect(await refusal(link(plain.articleId))).toBe('conflict');
    const { articleId } = await anEmbargoedArticle();
    await atTheHour(async () => expect(await refusal(link(articleId))).toBe('conflict'));
  });

  test.each(['contributor', 'verifier', 'leader', 'auditor'] as const)(
    'letting in or revoking by a %s',
    async (who) => {
      const { articleId } = await anEmbargoedArticle();
      const contactId = await aContact();
      const attempt = letInContact(office[who], { articleId, contactId }, async () => '');
      expect(await refusal(attempt)).toBe('not_allowed');
      const { passId } = await aLink(articleId);
      expect(['not_allowed', 'not_found']).toContain(await refusal(revokePass(office[who], { passId })));
    },
  );

  test('a journalist of another portal or switched off', async () => {
    const elsewhere = await anOffice();
    const { articleId } = await anEmbargoedArticle();
    const fields = { name: 'Budi', outlet: 'Lain', email: '', phone: '', note: '' };
    await addContact(elsewhere.editor, { portalId: elsewhere.portalId, ...fields });
    const [foreign] = (await contactsOf(elsewhere.editor, elsewhere.portalId)).contacts;
    if (foreign === undefined) throw new Error('no contact');
    const link = (contactId: PressContactId) => letInContact(office.editor, { articleId, contactId }, async () => '');
    expect(await issueCodes(link(foreign.id))).toEqual(['unknown_contact']);
    const off = await aContact();
    await switchContact(office.editor, { contactId: off, version: 1, to: 'off' });
    expect(await issueCodes(link(off))).toEqual(['unknown_contact']);
  });

  test('seeing who was let in, to who only reads or may not even do that', async () => {
    const { articleId } = await anEmbargoedArticle();
    expect((await embargoView(office.contributor, articleId)).mayLetIn).toBe(false);
    expect((await embargoView(office.auditor, articleId)).contacts).toEqual([]);
    for (const who of [office.leader, office.admin, (await anOffice()).editor]) {
      expect(await refusal(embargoView(who, articleId))).toBe('not_found');
    }
  });
});

describe('the list of journalists', () => {
  test('is kept by the desk, read by the auditor, and unknown to others', async () => {
    const id = await aContact();
    const fields = { name: `Nama baru ${count}`, outlet: 'Radio', email: 'a@media.example', phone: '1', note: 'n' };
    await editContact(office.managingEditor, { contactId: id, version: 1, ...fields });
    expect(await refusal(editContact(office.editor, { contactId: id, version: 1, ...fields }))).toBe('conflict');
    const { contacts, mayKeep } = await contactsOf(office.auditor, office.portalId);
    expect(mayKeep).toBe(false);
    expect(contacts.find((one) => one.id === id)).toMatchObject({ ...fields, version: 2 });
    const add = (by: Actor) => addContact(by, { portalId: office.portalId, ...fields, name: 'Siapa' });
    expect(await refusal(add(office.auditor))).toBe('not_allowed');
    for (const by of [office.contributor, office.admin, office.leader]) {
      expect(await refusal(add(by))).toBe('not_found');
      expect(await refusal(contactsOf(by, office.portalId))).toBe('not_found');
    }
    const same = addContact(office.editor, { portalId: office.portalId, ...fields });
    expect(await issueCodes(same)).toEqual(['already_there']);
    const [event] = await database().select().from(events).where(eq(events.verb, 'edit_press_contact'));
    expect(event?.detail).toMatchObject({ about: `press_contact:${id}`, after: { outlet: 'Radio' } });
    expect(JSON.stringify(event?.detail)).not.toContain('a@media.example');
  });
});

test('an edition that is taken off the schedule stays under its embargo', async () => {
  const { articleId, ...approved } = await anEmbargoedArticle();
  const { token } = await aLink(articleId);
  const scheduled = await schedule(office.editor, { ...approved, scheduledFor: hour });
  await unschedule(office.editor, scheduled);
  expect((await embargoPage(token, null))?.kind).toBe('cover');
});
