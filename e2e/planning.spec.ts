import { devices, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, openReview, saved, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];

/** A day so many days away in Kalimantan Timur, `2026-01-14`. */
const dayAway = (days: number) => new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** The link that was shown once. */
const linkOn = async (page: Page) => (await page.getByRole('status').locator('code').textContent()) ?? '';

test('an embargoed article is scheduled on a phone, moved in the calendar by keys and by pointer, and read beforehand by one journalist', async ({
  as,
  stranger,
}) => {
  const title = uniqueTitle('Dermaga baru dibuka');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead: 'Dermaga dibuka untuk warga.', body: 'Dermaga dapat dipakai mulai pagi.' });
  await writer.getByText('Embargo', { exact: true }).click();
  await writer.getByLabel(/^Embargo hingga/).fill(`${dayAway(2)}T07:00`);
  await saved(writer);
  await carryOut(writer, 'Ajukan');

  const editor = await as('aditya', phone);
  await openReview(editor, article);
  await carryOut(editor, 'Ambil untuk disunting');
  await carryOut(editor, 'Setujui dan jadwalkan', async (dialog) => {
    await expect(dialog.getByText(/^Jam server sekarang: .* WITA\.$/)).toBeVisible();
    const when = dialog.getByLabel('Waktu terbit (WITA)');
    await when.fill(`${dayAway(1)}T08:00`);
    await expect(dialog.getByText(/sebelum embargo berakhir/)).toBeVisible();
    await when.fill(`${dayAway(2)}T22:00`);
    await expect(dialog.getByText(/malam hari/)).toBeVisible();
    await when.fill(`${dayAway(2)}T08:00`);
  });
  await expect(editor.getByText('Terbit sendiri')).toContainText('08.00 WITA');

  const desk = await as('aditya');
  await desk.goto(`/redaksi/kalender?tampilan=daftar&pada=${dayAway(0)}`);
  const entry = desk.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'Terjadwal' }).last();
  const handle = entry.getByRole('button', { name: `Pindahkan ${title}` });
  await handle.press('ArrowRight');
  await handle.press('Enter');
  const window = desk.getByRole('dialog', { name: 'Ubah jadwal' });
  await expect(window.getByLabel('Waktu terbit (WITA)')).toHaveValue(`${dayAway(3)}T08:00`);
  await window.getByRole('button', { name: 'Ubah jadwal' }).click();
  await expect(window).toBeHidden();
  // With the pointer, back to the day on which the embargo ends.
  const day = desk.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'Embargo berakhir' }).first();
  await expect(day.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'Terjadwal' })).toHaveCount(0);
  await entry.hover();
  await desk.mouse.down();
  // To the end of the day before, step by step: a browser lets go only where an earlier step was welcome.
  const place = (await day.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  for (const up of [4, 6]) await desk.mouse.move(place.x + 40, place.y + place.height - up, { steps: 12 });
  await desk.mouse.up();
  await expect(window.getByLabel('Waktu terbit (WITA)')).toHaveValue(`${dayAway(2)}T08:00`);
  await window.getByRole('button', { name: 'Ubah jadwal' }).click();
  await expect(window).toBeHidden();
  await openReview(desk, article);
  await expect(desk.getByText('Terbit sendiri')).toContainText('08.00 WITA');

  await desk.getByRole('link', { name: 'Akses embargo' }).click();
  const letIn = async (journalist: string) => {
    await desk.getByLabel('Wartawan', { exact: true }).selectOption({ label: journalist });
    await desk.getByRole('button', { name: 'Buat tautan pribadi' }).click();
    await expect(desk.getByRole('option', { name: journalist })).toHaveCount(0);
    return linkOn(desk);
  };
  const first = await letIn('Rahmat (contoh), Harian Contoh');
  // The last of the list takes the form along, not the link.
  const link = await letIn('Wulan (contoh), Radio Contoh FM');
  expect(link).not.toBe(first);
  await expectAccessible(desk, 'who may read under the embargo');
  await desk.goto('/redaksi/pers');
  await expectAccessible(desk, 'the journalists');
  for (const form of ['bulan', 'daftar']) {
    await desk.goto(`/redaksi/kalender?tampilan=${form}&pada=${dayAway(0)}`);
    await expectAccessible(desk, `the calendar as ${form}`);
  }

  const journalist = await stranger();
  await journalist.goto(link);
  await expect(journalist.getByText(title)).toHaveCount(0);
  await journalist.getByRole('link', { name: 'Saya mengerti, buka naskah' }).click();
  await expect(journalist.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(journalist.getByLabel('Keterangan embargo')).toContainText('Wulan (contoh), Radio Contoh FM');
  await expect(journalist.locator('.embargo-mark span').first()).toContainText('Wulan (contoh)');
  await expectAccessible(journalist, 'the embargoed text');

  await desk.goto(`/redaksi/naskah/${article}/embargo`);
  await expect(desk.getByText(/Dibaca 1 kali/)).toBeVisible();
  await desk.getByRole('form', { name: 'Cabut akses Wulan (contoh)' }).getByRole('button').click();
  await expect(desk.getByText('(tidak berlaku lagi)')).toBeVisible();
  expect((await journalist.request.get(link)).status()).toBe(404);
});
