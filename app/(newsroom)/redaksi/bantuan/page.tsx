import type { Metadata } from 'next';
import { Words } from '#components/newsroom/help/guide-view.tsx';
import { HelpSearch } from '#components/newsroom/help/help-search.tsx';
import type { Guide } from '#lib/guides/guide-shapes.ts';
import { allGuides } from '#lib/guides/guides.ts';
import { firstStepsOf, guidesByRole } from '#lib/guides/guides-for.ts';
import { helpEntries } from '#lib/guides/help-entries.ts';
import { helpListPath, helpPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Bantuan' };

export default async function HelpPage({ searchParams }: { searchParams: Promise<{ cari?: string | string[] }> }) {
  const actor = await requireActor(helpListPath);
  const guides = await allGuides();
  const { cari } = await searchParams;
  const roles = actor.roles.map(({ role }) => role);
  const steps = firstStepsOf(guides, roles);
  const { own, others } = guidesByRole(guides, roles);
  return (
    <div className="page stack">
      <header className="stack-tight">
        <h1>Bantuan</h1>
        <p className="muted">Panduan singkat, langkah demi langkah. Mulailah dari yang ingin Anda kerjakan sekarang.</p>
      </header>
      <HelpSearch
        entries={helpEntries([...own, ...others])}
        action={helpListPath}
        question={typeof cari === 'string' ? cari.slice(0, 100) : ''}
        label="Cari di semua panduan"
      />
      {steps.length > 0 && (
        <section className="stack-tight" aria-labelledby="mulai-di-sini">
          <h2 id="mulai-di-sini">Mulai di sini</h2>
          <ul className="help-steps">
            {steps.map(({ href, title }) => (
              <li key={href}>
                <a className="button" href={href}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {own.length > 0 && <GuideRows id="untuk-anda" title="Panduan untuk Anda" guides={own} />}
      {others.length > 0 && (
        <GuideRows id="panduan-lain" title={own.length > 0 ? 'Panduan lain' : 'Semua panduan'} guides={others} />
      )}
    </div>
  );
}

function GuideRows({ id, title, guides }: { id: string; title: string; guides: readonly Guide[] }) {
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="rows">
        {guides.map(({ slug, title: name, summary }) => (
          <li key={slug} className="edition-row">
            <a className="edition-title" href={helpPath(slug)}>
              {name}
            </a>
            <p className="muted">
              <Words words={summary} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
