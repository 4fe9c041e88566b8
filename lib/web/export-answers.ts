import type { Actor } from '#lib/accounts/actor.ts';
import { config } from '#lib/config.ts';
import { notFound } from '#lib/errors.ts';
import { articleId } from '#lib/ids.ts';
import { editionAsWordFile } from '#lib/newsroom/exported-edition.ts';
import { editionInAddress } from './edition-address.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An edition as a document of Word: `GET /redaksi/naskah/<article>/unduh.docx?edisi=<number>`. Only ever saved. */
export async function wordFileAnswer(actor: Actor, request: Request, params: { articleId: string }): Promise<Response> {
  const id = articleId.safeParse(params.articleId);
  if (!id.success) throw notFound('article');
  const number = editionInAddress({ edisi: new URL(request.url).searchParams.get('edisi') ?? '' });
  const { fileName, bytes } = await editionAsWordFile(actor, id.data, config().publicUrl.origin, number);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      // The name is made of a slug: letters, digits, hyphens.
      'content-disposition': `attachment; filename="${fileName}"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
