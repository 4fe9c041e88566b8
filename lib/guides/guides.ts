import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { notFound } from '#lib/errors.ts';
import { processWide } from '#lib/process-wide.ts';
import { guideFromMarkdown, type PictureFacts } from './guide-from-markdown.ts';
import { type GuideSlug, guideList } from './guide-list.ts';
import { type Guide, picturesOf } from './guide-shapes.ts';

/** Where guides and their pictures lie: beside the program, in a checkout as in an image of a container. */
const folder = join(process.cwd(), 'docs', 'panduan');
const pictureFolder = join(folder, 'gambar');

const slugs: readonly GuideSlug[] = guideList.map(({ slug }) => slug);

/** All guides in their order, read once in the life of the process. */
export function allGuides(): Promise<readonly Guide[]> {
  const kept = processWide<Promise<readonly Guide[]> | null>('guides', () => null);
  kept.value ??= readGuides().catch((error: unknown) => {
    // What could not be read is asked for again.
    kept.value = null;
    throw error;
  });
  return kept.value;
}

/**
 * One guide.
 *
 * @throws notFound when there is none of this name
 */
export async function guideNamed(slug: string): Promise<Guide> {
  const guide = (await allGuides()).find((one) => one.slug === slug);
  if (guide === undefined) throw notFound('guide');
  return guide;
}

/**
 * A picture that a guide shows.
 *
 * @throws notFound when no guide shows one of this name
 */
export async function guidePicture(name: string): Promise<Buffer> {
  const shown = picturesOf(await allGuides());
  if (!shown.has(name)) throw notFound('guide_picture');
  return readFile(join(pictureFolder, name));
}

async function readGuides(): Promise<readonly Guide[]> {
  const pictures = await pictureFacts();
  return Promise.all(
    slugs.map(async (slug) =>
      guideFromMarkdown(await readFile(join(folder, `${slug}.md`), 'utf8'), { slug, slugs, pictures }),
    ),
  );
}

/** Sizes keep a page still while its pictures arrive, marks of their bytes let browsers keep them. The files are our own, so their heads may be read here. */
async function pictureFacts(): Promise<PictureFacts> {
  const names = (await readdir(pictureFolder)).filter((name) => name.endsWith('.webp'));
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(join(pictureFolder, name));
        const { width, height } = await sharp(bytes).metadata();
        const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
        return [name, { width, height, mark }] as const;
      }),
    ),
  );
}
