'use client';

import type { ReactNode } from 'react';
import type { FormAction } from '#lib/action-state.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import type { FormChoices } from '#lib/newsroom/desk-shapes.ts';
import { hasEmbargoApart, ownDetails } from '#lib/newsroom/kind-details.ts';
import { hasText } from '#lib/newsroom/kind-readiness.ts';
import { kindLabels } from '#lib/newsroom/labels.ts';
import { accessPath } from '#lib/urls.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { CoWriters } from './co-writers.tsx';
import { CoverField } from './cover-field.tsx';
import { DetailsFields } from './details-fields.tsx';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { EmbargoField, KindFields } from './kind-fields.tsx';
import { CreditsFields, SourcesFields } from './people-fields.tsx';
import { placeId } from './places.ts';
import type { DocumentDesk } from './use-documents.ts';

export type SidePanelProps = {
  words: DraftWords;
  change: ChangeWords;
  isEditable: boolean;
  choices: FormChoices;
  agencyId: string;
  editionId: string;
  articleId: string;
  isLaterEdition: boolean;
  coWriters: readonly { id: string; name: string }[];
  /** Null where this person may not change them. */
  coWriterActions: { add: FormAction; remove: FormAction } | null;
  pickCover: () => void;
  documents: DocumentDesk;
  timeZone: string;
  isKindFixed: boolean;
};

/** Everything about an article that is not its text, in groups that fold. */
export function SidePanel(props: SidePanelProps) {
  const {
    words,
    change,
    isEditable,
    choices,
    agencyId,
    editionId,
    isLaterEdition,
    coWriters,
    coWriterActions,
    pickCover,
  } = props;
  const { timeZone, isKindFixed } = props;
  return (
    <>
      {isLaterEdition && (
        <div className="field">
          <label htmlFor={placeId('publicNote')}>Catatan perubahan</label>
          <p className="field-note" id={`${placeId('publicNote')}-note`}>
            Dibaca warga di halaman artikel.
          </p>
          <textarea
            id={placeId('publicNote')}
            aria-describedby={`${placeId('publicNote')}-note`}
            rows={3}
            value={words.publicNote}
            maxLength={fieldLimits.publicNote}
            readOnly={!isEditable}
            onChange={(event) => change({ publicNote: event.target.value })}
          />
        </div>
      )}
      {ownDetails(words.kind).length > 0 && (
        <Group title={`Rincian ${kindLabels[words.kind].toLowerCase()}`} isOpen>
          <KindFields words={words} change={change} isEditable={isEditable} timeZone={timeZone} />
        </Group>
      )}
      {hasEmbargoApart(words.kind) && (
        <Group title="Embargo" isOpen={words.details?.embargoUntil !== undefined}>
          <EmbargoField words={words} change={change} isEditable={isEditable} timeZone={timeZone} />
        </Group>
      )}
      {(hasText(words.kind) || words.cover !== null) && (
        <Group title="Foto utama" isOpen>
          <CoverField words={words} change={change} isEditable={isEditable} pickPhoto={pickCover} />
        </Group>
      )}
      <Group title="Rincian" isOpen>
        <DetailsFields
          words={words}
          change={change}
          choices={choices}
          agencyId={agencyId}
          isEditable={isEditable}
          isKindFixed={isKindFixed}
        />
      </Group>
      {(hasText(words.kind) || words.attachments.length > 0) && <FurtherGroups {...props} />}
      <Group title="Rekan penulis">
        <CoWriters editionId={editionId} coWriters={coWriters} people={choices.people} actions={coWriterActions} />
        <p>
          <a href={accessPath(props.articleId)}>Siapa yang membaca naskah ini</a>
        </p>
      </Group>
    </>
  );
}

function FurtherGroups({ words, change, isEditable, documents }: SidePanelProps) {
  return (
    <>
      <Group title="Lampiran" isOpen={words.attachments.length > 0}>
        <AttachmentsField words={words} change={change} isEditable={isEditable} desk={documents} />
      </Group>
      <Group title="Sumber">
        <SourcesFields words={words} change={change} isEditable={isEditable} />
      </Group>
      <Group title="Kredit">
        <CreditsFields words={words} change={change} isEditable={isEditable} />
      </Group>
      <Group title="Versi ringkas">
        <div className="field">
          <label htmlFor={placeId('summary')}>Versi ringkas</label>
          <p className="field-note" id={`${placeId('summary')}-note`}>
            Inti artikel dalam beberapa kalimat mudah, untuk pembaca yang terburu-buru.
          </p>
          <textarea
            id={placeId('summary')}
            aria-describedby={`${placeId('summary')}-note`}
            rows={4}
            value={words.summary}
            maxLength={fieldLimits.summary}
            readOnly={!isEditable}
            onChange={(event) => change({ summary: event.target.value })}
          />
        </div>
      </Group>
    </>
  );
}

function Group({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="group" open={isOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}
