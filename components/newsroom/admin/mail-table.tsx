import { Moment } from '#components/newsroom/moment.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { MailRow } from '#lib/mail/mail-desk.ts';

/** Mails that did not go out: to whom, what, since when, why. */
export function MailTable({
  caption,
  mails,
  timeZone,
  againAction,
}: {
  caption: string;
  mails: readonly MailRow[];
  timeZone: string;
  /** Without it, they are tried again by themselves. */
  againAction?: FormAction;
}) {
  return (
    <DataTable
      caption={caption}
      columns={['Surel', 'Dibuat', 'Sebab', ...(againAction === undefined ? [] : [''])]}
      rows={mails.map((mail) => ({
        key: mail.id,
        cells: [
          <span key="surel" className="mail-address">
            {mail.recipient}
            <span className="small muted mail-kind">{mail.kindLabel}</span>
          </span>,
          <Moment key="dibuat" at={mail.createdAt} timeZone={timeZone} />,
          `${mail.failure} Dicoba ${mail.attempts} kali.`,
          ...(againAction === undefined
            ? []
            : [
                <ActionForm
                  key="lagi"
                  action={againAction}
                  hidden={{ mailId: mail.id }}
                  tone="usual"
                  submit={
                    <>
                      Kirim lagi<span className="visually-hidden"> kepada {mail.recipient}</span>
                    </>
                  }
                />,
              ]),
        ],
      }))}
    />
  );
}
