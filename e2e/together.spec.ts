import { devices, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { beginArticle, chooseWords, looksAgain, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];

const text = {
  lead: 'Warga dapat datang tanpa janji.',
  body: 'Layanan dibuka hari Sabtu pagi. Warga cukup membawa kartu identitas.',
};
const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });

test('a leader on a phone comments, mentions and proposes; the writer accepts, undoes and answers', async ({ as }) => {
  const title = uniqueTitle('Masukan pimpinan');
  const ratna = await as('ratna');
  const article = await beginArticle(ratna);
  await writeArticle(ratna, { title, ...text });
  const leader = await as('sutejo', phone);
  await leader.goto(`/redaksi/naskah/${article}/tinjau`);
  await leader.getByRole('link', { name: 'Baca dan beri masukan' }).click();

  await chooseWords(leader, 'hari Sabtu');
  await leader.getByRole('button', { name: 'Usulkan perubahan' }).click();
  await leader.getByLabel('Diganti menjadi').fill('setiap Sabtu');
  await leader.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(bodyOf(leader).locator('ins')).toHaveText('setiap Sabtu');

  await chooseWords(leader, 'kartu identitas');
  await leader.getByRole('button', { name: 'Komentari' }).click();
  const window = leader.getByRole('dialog', { name: 'Komentar' });
  await window.getByRole('textbox').pressSequentially('Kartu apa saja, @hen');
  await window.getByRole('button', { name: /^Hendra Wijayakusuma/ }).click();
  await window.getByRole('button', { name: 'Kirim komentar' }).click();
  await expect(window).toBeHidden();

  await looksAgain(ratna);
  const talk = ratna.getByRole('group').filter({ has: ratna.getByRole('heading', { name: /^Percakapan/ }) });
  await expect(talk).toContainText('Kartu apa saja, @Hendra Wijayakusuma');
  await talk.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(bodyOf(ratna)).toContainText('Layanan dibuka setiap Sabtu pagi.');
  await expect(talk.getByRole('button', { name: 'Selesai (1)' })).toBeVisible({ timeout: 20_000 });
  await bodyOf(ratna).click();
  await ratna.keyboard.press('Control+z');
  await expect(bodyOf(ratna)).toContainText('Layanan dibuka hari Sabtu pagi.');
  await ratna.keyboard.press('Control+y');
  await talk.getByRole('button', { name: 'Balas' }).click();
  await talk.getByLabel('Balas Sutejo Wirawan').fill('KTP atau kartu pelajar.');
  await talk.getByRole('button', { name: 'Kirim balasan' }).click();
  await expect(leader.getByText('KTP atau kartu pelajar.')).toBeVisible({ timeout: 20_000 });

  await ratna.goto(`/redaksi/naskah/${article}/riwayat`);
  await expect(ratna.getByRole('row', { name: /Ratna Puspitasari.*Terima usulan.*usulan Sutejo/ })).toBeVisible();

  const hendra = await as('hendra');
  await hendra.goto('/redaksi/pemberitahuan');
  await hendra.getByRole('listitem').filter({ hasText: 'menyebut Anda' }).getByRole('link', { name: title }).click();
  await expect(hendra.getByText('Menyebut Anda')).toBeVisible();
  await expectAccessible(hendra, 'conversation');
  await hendra.goto('/redaksi/pemberitahuan?lihat=belum');
  await expect(hendra.getByRole('heading', { name: 'Pemberitahuan' })).toBeVisible();
  await expect(hendra.getByRole('link', { name: title })).toHaveCount(0);
});
