import type { Metadata } from 'next';
import { GuideContents, GuideView, Words } from '#components/newsroom/help/guide-view.tsx';
import { HelpSearch } from '#components/newsroom/help/help-search.tsx';
import { guideNamed } from '#lib/guides/guides.ts';
import { helpEntries } from '#lib/guides/help-entries.ts';
import { helpListPath, helpPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

type Address = { params: Promise<{ guide: string }>; searchParams: Promise<{ cari?: string | string[] }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { guide: slug } = await params;
  await requireActor(helpPath(slug));
  const { title } = await orNotFound(guideNamed(slug));
  return { title };
}

export default async function GuidePage({ params, searchParams }: Address) {
  const { guide: slug } = await params;
  await requireActor(helpPath(slug));
  const guide = await orNotFound(guideNamed(slug));
  const { cari } = await searchParams;
  return (
    <article className="page page-wide guide">
      <header className="guide-head stack-tight">
        <p>
          <a href={helpListPath}>← Bantuan</a>
        </p>
        <h1>{guide.title}</h1>
        <p className="guide-summary">
          <Words words={guide.summary} />
        </p>
      </header>
      <div className="guide-way stack">
        <HelpSearch
          entries={helpEntries([guide])}
          action={helpPath(slug)}
          question={typeof cari === 'string' ? cari.slice(0, 100) : ''}
          label="Cari di panduan ini"
        />
        <GuideContents sections={guide.sections} />
      </div>
      <GuideView guide={guide} />
    </article>
  );
}
