import { stat } from 'node:fs/promises';
import { invalid } from '#lib/errors.ts';
import { withReadDocument } from '#lib/import/read-document.ts';
import { recogniseArticle } from '#lib/import/recognise-article.ts';
import { uploadLimits } from '#lib/media/table.ts';
import { say, sayWhy } from './say.ts';

const usage = 'Contoh: npm run import:document -- naskah.docx';

/**
 * `npm run import:document -- <file.docx|file.odt>`: prints the draft that the newsroom would make of a document, and
 * its report, as JSON; keeps nothing. Pictures stand in `body` by their number. Ends with code 2 when it is refused.
 */
async function importDocument([path, ...others]: readonly string[]): Promise<void> {
  if (path === undefined || others.length > 0) throw refused(`Sebutkan satu berkas. ${usage}`);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw refused(`Berkas ${path} tidak ada. Periksa nama dan foldernya.`);
  if (found.size > uploadLimits.bytes)
    throw refused('Berkas ini lebih besar dari 25 MB. Perkecil gambarnya, lalu ulangi.');
  await withReadDocument(path, async ({ blocks, pictures, tables, dropped }) => {
    const { blocks: body, report, ...draft } = recogniseArticle(blocks);
    say(
      JSON.stringify(
        { draft: { ...draft, body }, pictures: pictures.length, refusedTables: tables, dropped, report },
        null,
        2,
      ),
    );
  });
}

function refused(text: string): Error {
  return invalid([{ field: 'file', code: 'unreadable', text }]);
}

try {
  await importDocument(process.argv.slice(2));
} catch (error) {
  sayWhy(error, 'import_document');
  process.exitCode = 2;
}
