import { expect, type Page } from '@playwright/test';

/** Begins an article from the desk; `agency` is asked for people who write for several. */
export async function beginArticle(page: Page, agency?: string): Promise<string> {
  await page.goto('/redaksi');
  await page.getByRole('main').getByRole('button', { name: 'Naskah baru' }).click();
  if (agency !== undefined) await page.getByRole('dialog').getByRole('button', { name: agency }).click();
  await expect(page).toHaveURL(/\/redaksi\/naskah\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('textbox', { name: 'Isi naskah' })).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
}

/** Writes what an article needs before it can be submitted, and waits until the server has it. */
export async function writeArticle(page: Page, text: { title: string; lead: string; body: string }): Promise<void> {
  await page.getByLabel('Judul', { exact: true }).fill(text.title);
  await page.getByLabel('Teras', { exact: true }).fill(text.lead);
  const body = page.getByRole('textbox', { name: 'Isi naskah' });
  await body.click();
  await page.keyboard.type(text.body);
  await page.getByLabel('Kanal').selectOption({ index: 1 });
  await saved(page);
}

/** Waits for the line that says the server has everything. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/Tersimpan \d\d\.\d\d WITA/)).toBeVisible();
}

/** Carries a verb out through its window: button, then the same button in the dialog. */
export async function carryOut(
  page: Page,
  name: string,
  fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name });
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Opens the page on which an edition is judged. */
export async function openReview(page: Page, articleId: string): Promise<void> {
  await page.goto(`/redaksi/naskah/${articleId}/tinjau`);
}

/** A title nobody else uses, whatever runs beside this test. */
export function uniqueTitle(words: string): string {
  return `${words} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
}

/** The address readers find a title at. */
export function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
