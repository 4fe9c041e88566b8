import type { Metadata } from 'next';
import { Comparison } from '#components/newsroom/review/comparison.tsx';
import { versionReason } from '#components/newsroom/review/history-tables.tsx';
import { articleId, revisionId } from '#lib/ids.ts';
import { compareFields } from '#lib/newsroom/compare.ts';
import { compareBodies } from '#lib/newsroom/compare-bodies.ts';
import { portalOfArticle, recordForActor } from '#lib/newsroom/edition-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { type Version, versionsToCompare } from '#lib/newsroom/revision-view.ts';
import { compareFormPath, comparePath, historyPath, revisionPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Bandingkan versi' };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ dari?: string | string[]; ke?: string | string[]; tampilan?: string | string[] }>;
};

export default async function ComparePage({ params, searchParams }: Props) {
  const id = partOfPath(articleId, (await params).articleId);
  const actor = await requireActor(compareFormPath(id));
  const { dari, ke, tampilan } = await searchParams;
  const from = partOfPath(revisionId, String(dari));
  const to = ke === 'sekarang' ? 'now' : partOfPath(revisionId, String(ke));
  const [older, newer] = await orNotFound(versionsToCompare(actor, id, from, to));
  const { timeZone } = await portalOfArticle((await recordForActor(actor, id)).article);
  const view = tampilan === 'menyatu' ? 'inline' : 'side';
  const same = { from, to: to === 'now' ? 'sekarang' : to };
  return (
    <div className={view === 'side' ? 'page page-wide stack' : 'page stack'}>
      <header className="stack-tight">
        <p>
          <a href={historyPath(id)}>← Riwayat</a>
        </p>
        <h1>Bandingkan versi</h1>
      </header>
      <dl className="facts">
        <VersionLine name="Lama" version={older} articleId={id} timeZone={timeZone} />
        <VersionLine name="Baru" version={newer} articleId={id} timeZone={timeZone} />
      </dl>
      <nav aria-label="Tampilan">
        <ul className="tabs">
          <li>
            <a href={comparePath(id, same)} aria-current={view === 'side' ? 'page' : undefined}>
              Berdampingan
            </a>
          </li>
          <li>
            <a
              href={comparePath(id, { ...same, view: 'inline' })}
              aria-current={view === 'inline' ? 'page' : undefined}
            >
              Menyatu
            </a>
          </li>
        </ul>
      </nav>
      <Comparison
        fields={compareFields(older.words, newer.words)}
        blocks={compareBodies(older.words.body, newer.words.body)}
        view={view}
      />
    </div>
  );
}

type LineProps = { name: string; version: Version; articleId: string; timeZone: string };

function VersionLine({ name, version, articleId: article, timeZone }: LineProps) {
  const { id, at, by, editionNumber } = version;
  const when = formatMoment(at, timeZone);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {id === null ? when : <a href={revisionPath(article, id)}>{when}</a>}
        <span className="muted small history-small">
          Edisi {editionNumber}, {by}: {versionReason(version)}
        </span>
      </dd>
    </div>
  );
}
