import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { NewTopicForm, TopicForm } from '#components/newsroom/admin/topic-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { RowDetails } from '#components/ui/row-details.tsx';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { aboutTopic, topicsToAdminister } from '#lib/accounts/topics.ts';
import { changesAbout } from '#lib/administration/changes.ts';
import { adminTopicsPath, topicPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal, PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { createTopicAction, renameTopicAction } from './actions.ts';

export const metadata = { title: 'Topik' };

type Props = { searchParams: Promise<{ portal?: string | string[] }> };

export default async function TopicsPage({ searchParams }: Props) {
  const actor = await requireActor(adminTopicsPath);
  const portals = await orNotFound(portalsToAdminister(actor));
  const portal = chosenPortal(portals, (await searchParams).portal);
  const topics = await topicsToAdminister(actor, portal.id);
  return (
    <div className="stack">
      <PageHeading title="Topik" />
      <PortalChoice portals={portals} chosen={portal} path={adminTopicsPath} />
      <p className="muted">
        Topik mengumpulkan artikel dari semua kanal tentang satu hal. Pengantarnya ditulis sebagai naskah jenis Halaman.
      </p>
      {topics.length === 0 ? (
        <p className="empty">Belum ada topik. Topik yang ditambahkan di sini dapat dipilih dalam rincian naskah.</p>
      ) : (
        <DataTable
          caption={`Topik di ${portal.name}, menurut namanya`}
          columns={['Topik', 'Alamat', '']}
          rows={topics.map((topic) => ({
            key: topic.id,
            cells: [
              topic.name,
              topicPath(topic.slug),
              <RowDetails key="ubah" label="Ubah" about={topic.name}>
                <TopicForm action={renameTopicAction} topic={topic} />
              </RowDetails>,
            ],
          }))}
        />
      )}
      <section className="card stack" aria-labelledby="topik-baru">
        <h2 id="topik-baru">Tambah topik</h2>
        <NewTopicForm action={createTopicAction} portalId={portal.id} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, ...topics.map(({ id }) => aboutTopic(id)))}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
        names={Object.fromEntries(topics.map(({ id, name }) => [aboutTopic(id), name]))}
      />
    </div>
  );
}
