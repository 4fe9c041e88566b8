import { headers } from 'next/headers';
import { EmbargoPage } from '#components/site/embargo-page.tsx';
import { articleId } from '#lib/ids.ts';
import { embargoPageForActor } from '#lib/press/embargo-reading.ts';
import { embargoAccountMediaPath, embargoForAccountPath } from '#lib/urls.ts';
import { portalOfEmbargo } from '#lib/web/embargo-portal.ts';
import { deviceOf } from '#lib/web/origin.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

type Props = { params: Promise<{ articleId: string }>; searchParams: Promise<{ buka?: string | string[] }> };

/** An embargoed article for an account that was let in. */
export default async function AccountEmbargoPage({ params, searchParams }: Props) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(embargoForAccountPath(id));
  const reading = (await searchParams).buka === '1' ? { device: deviceOf(await headers()) } : null;
  const page = await orNotFound(embargoPageForActor(actor, id, reading));
  return (
    <EmbargoPage
      page={page}
      portal={await portalOfEmbargo(page)}
      wordsPath={`${embargoForAccountPath(id)}?buka=1`}
      mediaPath={(key) => embargoAccountMediaPath(id, key)}
    />
  );
}
