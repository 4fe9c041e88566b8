import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckForm } from '#components/site/check-form.tsx';
import { CheckTextForm } from '#components/site/check-text-form.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { TextVerdict, textHeading } from '#components/site/text-verdict.tsx';
import { takeAnswer } from '#lib/authenticity/kept-answers.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { requestPortal } from '#lib/web/portal.ts';

export const metadata: Metadata = { title: 'Cek keaslian', robots: { index: false, follow: false } };

/** What is said of a text that a reader sent; only delivery asks for it, once. */
export default async function CheckedTextRoute({ params }: { params: Promise<{ answer: string }> }) {
  const { answer } = await params;
  const portal = await requestPortal();
  const kept = takeAnswer(answer);
  if (kept === undefined) notFound();
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)}>
      <div id="hasil">
        <PlainPage label="Cek keaslian · tulisan Anda" title={textHeading(kept.check)}>
          <TextVerdict check={kept.check} portal={portal} />
          <CheckTextForm typed={kept.typed} />
          <CheckForm typed="" />
        </PlainPage>
      </div>
    </SitePage>
  );
}
