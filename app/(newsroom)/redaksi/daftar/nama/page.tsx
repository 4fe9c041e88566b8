import { ListFrame, RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { DecisionForms, HouseNameForm } from '#components/newsroom/register/word-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { houseNameList, proposedNames } from '#lib/register/register-reads.ts';
import { registerPaths } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { PortalChoice } from '../../admin/portal-choice.tsx';
import { decideHouseNameAction, proposeHouseNameAction, removeHouseNameAction } from '../actions.ts';
import { type ListAddress, listWish } from '../wish.ts';

export const metadata = { title: 'Nama & istilah · Daftar rujukan' };

export default async function HouseNamesPage({ searchParams }: { searchParams: ListAddress }) {
  const actor = await requireActor(registerPaths.names);
  const { portals, portal, wish } = await listWish(actor, searchParams);
  const [found, proposed] = await Promise.all([houseNameList(actor, wish), proposedNames(actor, portal.id)]);
  const mayDecide = portal.mayDecideNames;
  return (
    <div className="page page-list stack">
      <RegisterHeading list="names" portalId={portal.id} />
      <PortalChoice portals={portals} chosen={portal} path={registerPaths.names} />
      <p className="muted">
        Nama orang, tempat, program, dan istilah yang benar walau tidak ada di kamus. Siapa pun yang menulis dapat
        mengusulkan; redaktur yang menyetujui.
      </p>
      {proposed.length > 0 && (
        <section className="stack-tight" aria-labelledby="usulan">
          <h2 id="usulan">
            {mayDecide ? 'Usulan menunggu keputusan Anda' : 'Usulan menunggu redaktur'} ({proposed.length})
          </h2>
          <DataTable
            caption="Usulan nama dan istilah, terlama lebih dulu"
            columns={['Kata', 'Diusulkan oleh', ...(mayDecide ? [''] : [])]}
            rows={proposed.map((name) => ({
              key: name.id,
              cells: [
                name.word,
                <span key="oleh">
                  {name.proposedBy}
                  <span className="muted small history-small">{formatMoment(name.proposedAt, portal.timeZone)}</span>
                </span>,
                ...(mayDecide ? [<DecisionForms key="putusan" action={decideHouseNameAction} name={name} />] : []),
              ],
            }))}
          />
        </section>
      )}
      <ListFrame
        list="names"
        portalId={portal.id}
        search={wish.search}
        found={found}
        mayImport={mayDecide}
        empty="Belum ada nama atau istilah. Usulkan dari temuan ejaan di panel Pemeriksaan naskah, atau tulis di bawah."
      >
        <DataTable
          caption={`Nama dan istilah di ${portal.name}, menurut abjad`}
          columns={['Kata', 'Diusulkan oleh', ...(mayDecide ? [''] : [])]}
          rows={found.rows.map((name) => ({
            key: name.id,
            cells: [
              name.word,
              name.proposedBy,
              ...(mayDecide
                ? [
                    <RemoveForm
                      key="hapus"
                      action={removeHouseNameAction}
                      name={name.word}
                      note="Pemeriksaan ejaan akan menandai kata ini lagi."
                      hidden={{ houseNameId: name.id }}
                    />,
                  ]
                : []),
            ],
          }))}
        />
      </ListFrame>
      {portal.mayProposeNames && (
        <section className="card stack" aria-labelledby="baru">
          <h2 id="baru">{mayDecide ? 'Tambah nama atau istilah' : 'Usulkan nama atau istilah'}</h2>
          <HouseNameForm action={proposeHouseNameAction} portalId={portal.id} mayDecide={mayDecide} />
        </section>
      )}
    </div>
  );
}
