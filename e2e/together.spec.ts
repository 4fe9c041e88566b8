import { devices, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { beginArticle, saved, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];

const text = {
  lead: 'Warga dapat datang tanpa janji.',
  body: 'Layanan dibuka hari Sabtu pagi. Warga cukup membawa kartu identitas.',
};
const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });

/** Selects words of the text as a finger or a mouse would. */
async function choose(page: Page, words: string): Promise<void> {
  await expect(bodyOf(page)).toContainText(words);
  await bodyOf(page).evaluate((root, wanted) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start >= 0) getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
    }
  }, words);
}

/** Comes back to the page from another tab: it asks at once for what is new, instead of at its next turn. */
async function looksAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('a second writer on a phone asks for the turn, is given it with all words, and both see who is there', async ({
  as,
}) => {
  const ratna = await as('ratna');
  const article = await beginArticle(ratna);
  await writeArticle(ratna, { title: uniqueTitle('Bergiliran menulis'), ...text });
  const hendra = await as('hendra', phone);
  await hendra.goto(`/redaksi/naskah/${article}`);
  await expect(hendra.getByText('Ratna Puspitasari sedang menulis.')).toBeVisible();
  await expect(bodyOf(hendra)).toHaveAttribute('contenteditable', 'false');
  await hendra.getByRole('button', { name: 'Minta giliran menulis' }).click();
  await expect(hendra.getByText('Permintaan Anda sudah disampaikan.')).toBeVisible();

  await looksAgain(ratna);
  await expect(ratna.getByText('Hendra Wijayakusuma meminta giliran menulis.')).toBeVisible();
  await expect(ratna.getByRole('list', { name: 'Juga membuka naskah ini' })).toContainText('Hendra Wijayakusuma');
  await bodyOf(ratna).click();
  await ratna.keyboard.press('Control+End');
  await ratna.keyboard.type(' Kata terakhir Ratna.');
  await ratna.getByRole('button', { name: 'Berikan giliran' }).click();
  await expect(ratna.getByText('Anda memberikan giliran menulis kepada Hendra Wijayakusuma')).toBeVisible();

  await expect(bodyOf(hendra)).toContainText('Kata terakhir Ratna.');
  await hendra.getByLabel('Teras', { exact: true }).fill('Teras dari Hendra.');
  await saved(hendra);
  await expect(ratna.getByLabel('Teras', { exact: true })).toHaveValue('Teras dari Hendra.');
});

test('a leader on a phone comments, mentions and proposes; the writer accepts, undoes and answers', async ({ as }) => {
  const title = uniqueTitle('Masukan pimpinan');
  const ratna = await as('ratna');
  const article = await beginArticle(ratna);
  await writeArticle(ratna, { title, ...text });
  const leader = await as('sutejo', phone);
  await leader.goto(`/redaksi/naskah/${article}/tinjau`);
  await leader.getByRole('link', { name: 'Baca dan beri masukan' }).click();

  await choose(leader, 'hari Sabtu');
  await leader.getByRole('button', { name: 'Usulkan perubahan' }).click();
  await leader.getByLabel('Diganti menjadi').fill('setiap Sabtu');
  await leader.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(bodyOf(leader).locator('ins')).toHaveText('setiap Sabtu');

  await choose(leader, 'kartu identitas');
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
  await hendra.goto('/redaksi');
  await hendra
    .getByRole('region', { name: /^Disebut/ })
    .getByRole('link', { name: title })
    .click();
  await expect(hendra.getByText('Menyebut Anda')).toBeVisible();
  await expectAccessible(hendra, 'conversation');
  await hendra.goto('/redaksi');
  await expect(hendra.getByRole('heading', { name: 'Meja saya' })).toBeVisible();
  await expect(hendra.getByRole('link', { name: title })).toHaveCount(0);
});
