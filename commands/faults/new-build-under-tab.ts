import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { builtActions } from '#lib/testing/server-actions.ts';
import { aDraftAtHand, type DraftAtHand, rowOf } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { newsroomClient } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';
import { bodyOf, noBrowser, openEditor, savedLine, textIn, writingBrowser } from './writing-browser.ts';

const run = promisify(execFile);
/** Of the program's folder these are no part of the program. */
const notProgram = /^(\.git|\.next|\.data.*|test-results|node_modules|susunan\.json)$/;

/** F20: a new version takes the place of the one whose page is open in somebody's tab. */
export const newBuildUnderTab: Fault = {
  number: 'F20',
  name: 'Versi baru dipasang saat naskah terbuka di tab lama',
  promise:
    'Tab lama tetap menyimpan; yang tidak lagi dikenal menjadi kalimat yang meminta muat ulang; tidak ada halaman putih',
  async run(stage) {
    const profile = resolve('.data-e2e-faults-peramban');
    const draft = await aDraftAtHand();
    const browser = await writingBrowser(stage, draft.writer, profile);
    if (browser === null) return { notRun: noBrowser };
    const folder = await mkdtemp(join(tmpdir(), 'ruang-warta-baru-'));
    try {
      const { page } = browser;
      await openEditor(page, stage, draft);
      await writeAtEnd('sebelum', true);
      await anotherBuild(folder);
      await stage.restart({}, { program: folder });
      await writeAtEnd('sesudah', true);
      await expectStored(draft, 'sebelum sesudah');
      await page.getByRole('button', { name: 'Ajukan', exact: true }).first().click();
      const window = page.getByRole('dialog', { name: 'Ajukan' });
      await window.getByRole('button', { name: 'Ajukan', exact: true }).click();
      await window.getByText('baru saja diperbarui').waitFor();
      promise((await textIn(bodyOf(page))).includes('sebelum sesudah'), 'Teks di tab lama hilang');
      await expectKnownRefusal(stage, draft);
      await openEditor(page, stage, draft);
      promise((await textIn(bodyOf(page))).includes('sebelum sesudah'), 'Sesudah dimuat ulang teksnya lain');

      async function writeAtEnd(word: string, isSaved: boolean): Promise<void> {
        await bodyOf(page).click();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(` ${word}`);
        if (isSaved) await savedLine(page).waitFor();
      }
      return { held: 'simpan dari tab lama diterima; Ajukan dijawab dengan permintaan memuat ulang, teksnya utuh' };
    } finally {
      await browser.close();
      await stage.restart();
      for (const gone of [folder, profile]) await rm(gone, { recursive: true, force: true });
    }
  },
};

/** The same program built once more, elsewhere: no build knows the actions of another. */
async function anotherBuild(folder: string): Promise<void> {
  for (const name of await readdir('.')) {
    if (!notProgram.test(name)) await cp(name, join(folder, name), { recursive: true });
  }
  // Links where the disk is the same one: these are many, and nobody writes into them.
  await run('cp', ['-al', 'node_modules', join(folder, 'node_modules')]).catch(() =>
    run('cp', ['-a', 'node_modules', join(folder, 'node_modules')]),
  );
  await run(process.execPath, ['commands/build.ts', '--tanpa-kunci'], {
    cwd: folder,
    env: { ...process.env, RUANG_WARTA_MODE: 'contoh' },
    maxBuffer: 100_000_000,
  });
}

/** What the old tab sends is no error of the server's. */
async function expectKnownRefusal(stage: Stage, draft: DraftAtHand): Promise<void> {
  promise((await builtActions()).size > 0, 'Susunan lama tidak punya tindakan');
  const old = await newsroomClient(stage, draft.writer);
  const { version } = await rowOf(draft.editionId);
  const answer = await old.act(draft.articleId, 'submit', { editionId: draft.editionId, version: String(version) });
  promise(answer !== null && answer.status >= 400 && answer.status < 500, `Tindakan lama dijawab ${answer?.status}`);
  promise((await rowOf(draft.editionId)).state === 'draft', 'Tindakan lama mengubah naskah');
}

function expectStored({ editionId }: DraftAtHand, text: string): Promise<number> {
  const isThere = async () => JSON.stringify((await rowOf(editionId)).body).includes(text);
  return until(isThere, { milliseconds: 30_000, broken: 'Yang ditulis di tab lama tidak sampai' });
}
