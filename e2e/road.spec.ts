import { askFor, beginArticle, carryOut, openReview, saved, slugOf, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';
import { first } from './reader-pages.ts';

const lead = 'Warga dapat datang tiga puluh menit lebih awal karena kapal pagi berangkat pukul 07.00 WITA.';
const body = 'Kapal pagi berangkat pukul 07.00 WITA mulai pekan depan.';

test('three people bring a draft to readers: writer, editor who edits, writer who confirms', async ({
  as,
  stranger,
}) => {
  const title = uniqueTitle('Kapal pagi berangkat lebih awal');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body });
  await carryOut(writer, 'Ajukan');
  await expect(writer.getByText('Naskah sudah diajukan')).toBeVisible();

  const editor = await as('aditya');
  await editor.goto('/redaksi/antrean');
  await editor.getByLabel('Cari judul').fill(title);
  await editor.getByLabel('Cari judul').press('Enter');
  await editor.getByRole('link', { name: title }).click();
  await carryOut(editor, 'Ambil untuk disunting');
  await editor.getByLabel('Teras', { exact: true }).fill(`${lead} Tiket tetap dijual di loket.`);
  await saved(editor);
  await carryOut(editor, 'Setujui dan terbitkan');
  await expect(editor.getByText('Menunggu tanda tangan kedua').first()).toBeVisible();
  const reader = await stranger();
  expect((await reader.request.get(`/berita/${slugOf(title)}`)).status()).toBe(404);
  await expect(editor.getByRole('link', { name: /WhatsApp/ })).toHaveAttribute('href', /^https:\/\/wa\.me\//);

  await writer.goto('/redaksi');
  await writer.getByRole('link', { name: title }).click();
  await expect(writer.locator('ins')).toContainText(['Tiket']);
  await carryOut(writer, 'Setuju dengan suntingan');

  await reader.goto(`/berita/${slugOf(title)}`);
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText('Tiket tetap dijual di loket.')).toBeVisible();
  await reader.goto('/');
  await expect(reader.getByRole('link', { name: title }).first()).toBeVisible();

  const auditor = await as('yohana');
  await auditor.goto(`/redaksi/naskah/${article}/riwayat`);
  for (const step of ['Ajukan', 'Ambil untuk disunting', 'Setujui', 'Setuju dengan suntingan', 'Terbitkan']) {
    await expect(auditor.getByText(step, { exact: true }).first()).toBeVisible();
  }
});

test('a return says why, where the writer sees it, and the way goes on', async ({ as }) => {
  const title = uniqueTitle('Loket tiket pindah ke dermaga');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body });
  await carryOut(writer, 'Ajukan');
  const editor = await as('maria');
  await openReview(editor, article);
  await carryOut(editor, 'Ambil untuk disunting');
  await carryOut(editor, 'Kembalikan', async (dialog) => {
    await dialog.getByLabel('Alasan pengembalian').selectOption({ label: 'Fakta belum lengkap' });
    await dialog.getByLabel('Catatan untuk penulis').fill('Sebutkan sampai kapan loket lama masih buka.');
  });
  await writer.goto('/redaksi');
  const returned = writer.getByRole('region', { name: /Dikembalikan/ });
  await expect(returned).toContainText(title);
  await expect(returned).toContainText('Fakta belum lengkap');
  await returned.getByRole('link', { name: title }).click();
  await expect(writer.getByText('Sebutkan sampai kapan loket lama masih buka.').first()).toBeVisible();
  await carryOut(writer, 'Ajukan');
  await expect(writer.getByText('Naskah sudah diajukan')).toBeVisible();
});

test('one editor alone at night: the fast lane is public until somebody else reviews it', async ({ as, stranger }) => {
  const title = uniqueTitle('Penyeberangan ditutup malam ini');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body });
  const editor = await as('aditya');
  await openReview(editor, article);
  await carryOut(editor, 'Terbitkan segera', async (dialog) => {
    await dialog.getByRole('combobox').selectOption({ index: 1 });
    await dialog.getByRole('textbox').fill('Warga di dermaga perlu tahu malam ini juga.');
  });
  const reader = await stranger();
  await reader.goto(`/berita/${slugOf(title)}`);
  await expect(reader.getByText(/tinjauan kedua/i).first()).toBeVisible();
  const second = await as('maria');
  await openReview(second, article);
  await carryOut(second, 'Selesaikan tinjauan kedua');
  await reader.goto(`/berita/${slugOf(title)}`);
  const withoutRelated = reader.locator('main article').first();
  await expect(withoutRelated).toBeVisible();
  await expect(withoutRelated.getByText(/menunggu tinjauan kedua/i)).toHaveCount(0);
});

test('a retracted article leaves a tombstone with the reason and answers 410', async ({ as, stranger }) => {
  const title = uniqueTitle('Jadwal bus malam bertambah');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body });
  await carryOut(writer, 'Ajukan');
  const editor = await as('aditya');
  await openReview(editor, article);
  await carryOut(editor, 'Ambil untuk disunting');
  await carryOut(editor, 'Setujui dan terbitkan');
  const reader = await stranger();
  const live = await reader.request.get(`/berita/${slugOf(title)}`);
  expect(live.status()).toBe(200);
  const check = first(await live.text(), '/cek/');
  expect(await (await reader.request.get(check)).text()).toContain('Asli dan terkini');
  await openReview(editor, article);
  await carryOut(editor, 'Tarik', async (dialog) => {
    await dialog.getByRole('textbox').fill('Jadwal ini ternyata belum ditetapkan.');
  });
  const answer = await reader.request.get(`/berita/${slugOf(title)}`);
  expect(answer.status()).toBe(410);
  expect(await answer.text()).toContain('Jadwal ini ternyata belum ditetapkan.');
  // Whoever holds a printed copy learns it from the code on it.
  await reader.goto(check);
  await expect(reader.getByRole('heading', { name: 'Pernah terbit, sekarang ditarik' })).toBeVisible();
  await expect(reader.getByText('Jadwal ini ternyata belum ditetapkan.')).toBeVisible();
  expect(await (await reader.request.get('/')).text()).not.toContain(title);
});

test('what cannot be submitted says what is missing and leads there', async ({ as }) => {
  const writer = await as('dewi');
  await beginArticle(writer, 'Dinas Perhubungan');
  await writer.getByLabel('Teras', { exact: true }).fill(lead);
  await saved(writer);
  const dialog = await askFor(writer, 'Ajukan');
  await dialog.getByRole('button', { name: 'Ajukan', exact: true }).click();
  await expect(dialog.getByText('Judul belum ditulis.')).toBeVisible();
  await expect(dialog.getByText('Kanal belum dipilih.')).toBeVisible();
});

test('a discarded draft says until when it can come back, and comes back', async ({ as }) => {
  const title = uniqueTitle('Rute sore yang batal ditulis');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body });
  await carryOut(writer, 'Buang');
  await expect(writer.getByText('Naskah sudah dibuang')).toBeVisible();
  await openReview(writer, article);
  await expect(writer.getByText(/^Naskah ini dibuang\. Sampai .+ naskah masih dapat dikembalikan/)).toBeVisible();
  await carryOut(writer, 'Batalkan pembuangan');
  await expect(writer.getByLabel('Judul', { exact: true })).toHaveValue(title);
});
