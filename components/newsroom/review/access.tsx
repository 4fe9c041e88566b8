'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { AccessView, NamedPerson } from '#lib/newsroom/access-view.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';

export type AccessActions = {
  makeConfidential: FormAction;
  openToAgency: FormAction;
  namePerson: FormAction;
  unnamePerson: FormAction;
  answerJoint: FormAction;
};

const choiceOf = ({ id, name, where }: NamedPerson) => ({ value: id, label: `${name} (${where})` });

/** Who reads an article before publication, and how that is changed. */
export function Confidence({ access, actions }: { access: AccessView; actions: AccessActions }) {
  const { articleId, isConfidential, isPublished, mayDecide, agencyName } = access;
  if (isConfidential) return <NamedPeople access={access} actions={actions} />;
  return (
    <section className="card stack" aria-labelledby="pembaca-naskah">
      <h2 id="pembaca-naskah">Siapa yang membaca naskah ini</h2>
      <p>
        {isPublished
          ? 'Artikel ini sudah terbit dan dibaca semua orang.'
          : `Orang-orang ${agencyName}, perangkat daerah yang ikut dicantumkan, rekan penulis, dan redaksi.`}
      </p>
      {mayDecide && !isPublished && (
        <>
          <p>
            Naskah rahasia hanya ditemukan orang yang dinamai, sampai terbit. Kolega, verifikator, dan redaktur lain
            tidak melihat judul maupun fotonya.
          </p>
          <ActionForm
            action={actions.makeConfidential}
            submit="Jadikan rahasia"
            tone="usual"
            hidden={{ articleId }}
            className=""
          />
        </>
      )}
    </section>
  );
}

function NamedPeople({ access, actions }: { access: AccessView; actions: AccessActions }) {
  const { articleId, named, others, mayDecide, isPublished } = access;
  const editors = others.filter((person) => person.isEditor);
  const lacksEditor = !isPublished && !named.some((person) => person.isEditor);
  return (
    <section className="card stack" aria-labelledby="orang-dinamai">
      <h2 id="orang-dinamai">
        <span aria-hidden="true">◆ </span>Rahasia: orang yang dinamai
      </h2>
      <p>
        {isPublished
          ? 'Artikelnya sudah terbit. Riwayat dan percakapannya tetap hanya untuk orang-orang ini, redaktur pelaksana, dan auditor. Edisi barunya rahasia sampai terbit.'
          : 'Hanya mereka yang menemukan naskah ini. Setelah diajukan, redaktur pelaksana juga. Auditor membaca semuanya.'}
      </p>
      <ul className="named-people">
        {named.map((person) => (
          <li key={person.id}>
            <span>
              <strong>{person.name}</strong>
              <br />
              <span className="small muted">{person.where}</span>
            </span>
            {mayDecide && (
              <ActionForm
                action={actions.unnamePerson}
                tone="usual"
                hidden={{ articleId, userId: person.id }}
                className=""
                submit={
                  <>
                    Keluarkan<span className="visually-hidden"> {person.name}</span>
                  </>
                }
              />
            )}
          </li>
        ))}
      </ul>
      {mayDecide && lacksEditor && editors.length > 0 && (
        <div className="notice notice-warn stack-tight">
          <p>Belum ada redaktur yang dinamai. Tanpa redaktur, naskah ini tidak dapat disunting dan terbit.</p>
          <ActionForm
            action={actions.namePerson}
            submit="Namai redaktur ini"
            hidden={{ articleId }}
            className="stack narrow"
          >
            <SelectField name="userId" label="Redaktur" choices={editors.map(choiceOf)} />
          </ActionForm>
        </div>
      )}
      {mayDecide && (
        <ActionForm
          action={actions.namePerson}
          submit="Tambahkan"
          tone="usual"
          hidden={{ articleId }}
          className="stack narrow"
          label="Namai orang lain"
        >
          <SelectField name="userId" label="Namai orang lain" choices={others.map(choiceOf)} empty="Pilih orang" />
        </ActionForm>
      )}
      {mayDecide && !isPublished && (
        <details>
          <summary>Buka untuk perangkat daerah</summary>
          <p className="small">
            Naskah kembali terlihat oleh perangkat daerah dan redaksi, dan daftar nama ini dihapus.
          </p>
          <ActionForm
            action={actions.openToAgency}
            submit="Buka sekarang"
            tone="danger"
            hidden={{ articleId }}
            className=""
          />
        </details>
      )}
    </section>
  );
}

/** The agencies that release together, what each has said, and the form of those who may answer. */
export function JointRelease({
  access,
  action,
  timeZone,
}: {
  access: AccessView;
  action: FormAction;
  timeZone: string;
}) {
  const { joint, answersFor, editionId, version, agencyName } = access;
  if (joint.length === 0) return null;
  const open = joint.filter((one) => one.answer === null || !one.answer.isOnTheseWords).length;
  return (
    <section className="card stack" aria-labelledby="rilis-bersama">
      <h2 id="rilis-bersama">Rilis bersama</h2>
      <p>
        Dipimpin {agencyName}.{' '}
        {open === 0 ? 'Semua sudah menjawab atas isi yang sekarang.' : `${open} belum menjawab atas isi yang sekarang.`}{' '}
        <span className="muted">
          Jawaban ini catatan, bukan tanda tangan, dan tidak menahan penerbitan. Perangkat daerah dikeluarkan lewat
          “Bersama perangkat daerah” di editor.
        </span>
      </p>
      <ul className="joint-agencies stack">
        {joint.map((one) => (
          <li key={one.id} className="stack-tight">
            <p>
              <strong>{one.name}</strong>
              <br />
              <JointAnswer answer={one.answer} timeZone={timeZone} />
            </p>
            {answersFor.includes(one.id) && (
              <ActionForm
                action={action}
                submit="Kirim jawaban"
                tone="usual"
                hidden={{ editionId, version, agencyId: one.id }}
                className="stack narrow"
                label={`Jawaban ${one.name}`}
              >
                <SelectField
                  name="answer"
                  label="Jawaban perangkat daerah Anda"
                  choices={[
                    { value: 'agree', label: 'Setuju dicantumkan' },
                    { value: 'decline', label: 'Minta tidak dicantumkan' },
                  ]}
                  initial="agree"
                />
                <TextField name="note" label="Catatan" maxLength={600} rows={2} isOptional />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function JointAnswer({ answer, timeZone }: { answer: AccessView['joint'][number]['answer']; timeZone: string }) {
  if (answer === null) return <span>○ Belum menjawab</span>;
  return (
    <>
      {answer.isAgreed ? '✓ Setuju dicantumkan' : '✕ Minta tidak dicantumkan'}, {answer.by},{' '}
      {formatMoment(answer.at, timeZone)}
      {answer.note !== '' && `: ${answer.note}`}
      {!answer.isOnTheseWords && <strong>. Isi naskah berubah sesudah itu.</strong>}
    </>
  );
}
