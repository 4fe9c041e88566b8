import { ArticleView } from '#components/article/article-view.tsx';
import { articleId } from '#lib/ids.ts';
import { editionForActor } from '#lib/newsroom/edition-view.ts';
import { formatMoment, infoClassLabels, kindLabels, signatureActLabels, stateLabels } from '#lib/newsroom/labels.ts';
import { previewOf } from '#lib/newsroom/preview.ts';
import { checkCodeOf, spokenCode } from '#lib/newsroom/reader-lines.ts';
import { newsroomMediaPath, printPath, reviewPath, wordFilePath } from '#lib/urls.ts';
import { type EditionAddress, editionInAddress } from '#lib/web/edition-address.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

/** An edition on paper, for whoever may see it: what it is, who signed it, its words and photos. */
export default async function PrintPage({ params, searchParams }: EditionAddress) {
  const id = partOfPath(articleId, (await params).articleId);
  const number = editionInAddress(await searchParams);
  const actor = await requireActor(printPath(id, number));
  const [{ article, portal, editionNumber, state }, edition] = await Promise.all([
    orNotFound(previewOf(actor, id, number)),
    orNotFound(editionForActor(actor, id, number)),
  ]);
  const { timeZone } = portal;
  const facts: [string, string][] = [
    ['Keadaan', `${stateLabels[state]}, edisi ${editionNumber}`],
    ['Jenis', `${kindLabels[article.kind]}, ${infoClassLabels[edition.words.infoClass].toLowerCase()}`],
    ['Perangkat daerah', edition.agency.name],
    ['Ditulis', edition.writer],
    ...edition.signatures.map(({ name, act, at, onCurrentWords }): [string, string] => [
      signatureActLabels[act],
      `${name}, ${formatMoment(at, timeZone)}${onCurrentWords ? '' : ' (atas isi sebelumnya)'}`,
    ]),
    ['Sidik isi', spokenCode(checkCodeOf(edition.contentHash))],
  ];
  if (edition.lastTyped !== null) {
    facts.push(['Terakhir diubah', `${edition.lastTyped.name}, ${formatMoment(edition.lastTyped.at, timeZone)}`]);
  }
  return (
    <>
      <aside className="printed-bar" aria-label="Mencetak">
        <a href={reviewPath(id, number)}>← Tinjau naskah</a>
        <span>Cetak lewat menu peramban, atau tekan Ctrl+P.</span>
        <a href={wordFilePath(id, number)}>Unduh .docx</a>
      </aside>
      <main className="wrap">
        <section className="printed-facts" aria-label="Keterangan naskah">
          <p>
            <strong>{portal.name}</strong>
            {portal.isDemo && ' (portal contoh)'}
          </p>
          <dl>
            {facts.map(([name, value]) => (
              <div key={`${name} ${value}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <ArticleView article={article} portal={portal} mediaPath={newsroomMediaPath} address={null} />
      </main>
    </>
  );
}
