import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, openReview, saved, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

test('a writer compares an earlier version with the words as they stand and brings it back', async ({ as }) => {
  const title = uniqueTitle('Jalan poros dibuka');
  const writer = await as('ratna');
  const article = await beginArticle(writer);
  await writeArticle(writer, { title, lead: 'Warga dapat melintas mulai Senin.', body: 'Jalan selesai diperbaiki.' });
  // What was submitted is a version; what is typed after it was taken back is another.
  await carryOut(writer, 'Ajukan');
  await openReview(writer, article);
  await carryOut(writer, 'Batalkan ajuan');
  await writer.goto(`/redaksi/naskah/${article}`);
  await writer.getByLabel('Teras', { exact: true }).fill('Warga dapat melintas mulai Selasa.');
  await saved(writer);

  await writer.goto(`/redaksi/naskah/${article}/riwayat`);
  await expectAccessible(writer, 'the history of an article');
  await writer.getByRole('button', { name: 'Bandingkan', exact: true }).click();
  await expect(writer.getByRole('heading', { name: 'Teras' })).toBeVisible();
  await expect(writer.locator('.side ins')).toHaveText('Selasa');
  await expect(writer.locator('.side del')).toHaveText('Senin');
  await expectAccessible(writer, 'two versions side by side');
  await writer.getByRole('link', { name: 'Menyatu' }).click();
  await expect(
    writer
      .locator('.pieces')
      .filter({ has: writer.locator('ins') })
      .locator('del'),
  ).toHaveText('Senin');
  await expectAccessible(writer, 'two versions as one');

  await writer.getByRole('definition').first().getByRole('link').click();
  await writer.getByRole('button', { name: 'Pulihkan versi ini' }).click();
  await expect(writer.getByText('Versi dipulihkan.')).toBeVisible();
  await expectAccessible(writer, 'a version brought back');
  await writer.getByRole('link', { name: 'Buka naskah' }).click();
  await expect(writer.getByLabel('Teras', { exact: true })).toHaveValue('Warga dapat melintas mulai Senin.');

  await writer.goto(`/redaksi/naskah/${article}/riwayat`);
  await expect(writer.getByRole('row').filter({ hasText: 'Versi lama dipulihkan' })).toContainText('Ratna Puspitasari');
});
