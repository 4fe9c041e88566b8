import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

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
  const dialog = await askFor(page, name);
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/**
 * Opens a step's window. Who takes an article is led to the editor, and a click on the page that is just left, that
 * has no hands yet, or on which the checks are just filling their panel above the button, opens nothing: then people
 * click again.
 */
export async function askFor(page: Page, name: string, press: 'click' | 'tap' = 'click') {
  const dialog = page.getByRole('dialog', { name });
  await expect(async () => {
    if (!(await dialog.isVisible())) {
      await page.getByRole('button', { name, exact: true }).first()[press]({ timeout: 10_000 });
    }
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  return dialog;
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

type PhotoFile = { name: string; mimeType: string; buffer: Buffer };

/** Hands photos to a tool of the editor, as if they had been picked in the system's own window. */
export async function pickInText(page: Page, tool: string, files: PhotoFile[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Isi naskah' }).click();
  const asked = page.waitForEvent('filechooser');
  const button = page.getByRole('toolbar').getByRole('button', { name: tool, exact: true });
  if ((await button.count()) > 0) await button.click();
  else {
    // What is rare stands among everything that can be inserted.
    await page.getByRole('toolbar').getByRole('button', { name: 'Sisipkan', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('option', { name: new RegExp(`^${tool}`) })
      // The one from the device comes before the one from the library.
      .first()
      .click();
  }
  await (await asked).setFiles(files);
}

/** A photo that no other is the same as. */
export async function aPhoto(name: string, background: string): Promise<PhotoFile> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const buffer = await sharp({ create: { width: 640, height: 426, channels: 3, background, noise } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** Selects words of the text as a finger or a mouse would. */
export async function chooseWords(page: Page, words: string): Promise<void> {
  const body = page.getByRole('textbox', { name: 'Isi naskah' });
  await expect(body).toContainText(words);
  await body.evaluate((root, wanted) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start >= 0) getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
    }
  }, words);
}

/** Comes back to the page from another tab: it asks at once for what is new, instead of at its next turn. */
export async function looksAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
