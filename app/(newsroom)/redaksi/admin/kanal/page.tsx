import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { MoveSectionForm, NewSectionForm, SectionForm } from '#components/newsroom/admin/section-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { RowDetails } from '#components/ui/row-details.tsx';
import { portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { aboutSection, sectionsToAdminister } from '#lib/accounts/sections.ts';
import { changesAbout } from '#lib/administration/changes.ts';
import { adminSectionsPath, sectionPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal, PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { createSectionAction, editSectionAction, moveSectionAction } from './actions.ts';

export const metadata = { title: 'Kanal' };

type Props = { searchParams: Promise<{ portal?: string | string[] }> };

export default async function SectionsPage({ searchParams }: Props) {
  const actor = await requireActor(adminSectionsPath);
  const portals = await orNotFound(portalsToAdminister(actor));
  const portal = chosenPortal(portals, (await searchParams).portal);
  const sections = await sectionsToAdminister(actor, portal.id);
  return (
    <div className="stack">
      <PageHeading title="Kanal" />
      <PortalChoice portals={portals} chosen={portal} path={adminSectionsPath} />
      <p className="muted">Urutan ini adalah urutan di menu situs.</p>
      {sections.length === 0 ? (
        <p className="empty">Belum ada kanal. Tanpa kanal, naskah belum dapat diajukan.</p>
      ) : (
        <DataTable
          caption={`Kanal di ${portal.name}, menurut urutannya di situs`}
          columns={['Kanal', 'Alamat', 'Keadaan', 'Urutan', '']}
          rows={sections.map((section, index) => ({
            key: section.id,
            cells: [
              section.name,
              sectionPath(section.slug),
              section.isActive ? 'Tampil' : 'Tidak tampil',
              <div key="urutan" className="row move">
                {index > 0 && <MoveSectionForm action={moveSectionAction} section={section} direction="up" />}
                {index < sections.length - 1 && (
                  <MoveSectionForm action={moveSectionAction} section={section} direction="down" />
                )}
              </div>,
              <RowDetails key="ubah" label="Ubah" about={section.name}>
                <SectionForm action={editSectionAction} section={section} />
              </RowDetails>,
            ],
          }))}
        />
      )}
      <section className="card stack" aria-labelledby="kanal-baru">
        <h2 id="kanal-baru">Tambah kanal</h2>
        <NewSectionForm action={createSectionAction} portalId={portal.id} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, ...sections.map(({ id }) => aboutSection(id)))}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
        names={Object.fromEntries(sections.map(({ id, name }) => [aboutSection(id), name]))}
      />
    </div>
  );
}
