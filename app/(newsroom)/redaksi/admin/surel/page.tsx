import type { Metadata } from 'next';
import { MailTable } from '#components/newsroom/admin/mail-table.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { mailDesk } from '#lib/mail/mail-desk.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { adminMailPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { sendAgainAction, sendTestMailAction } from './actions.ts';

export const metadata: Metadata = { title: 'Surel' };

export default async function MailPage() {
  const actor = await requireActor(adminMailPath);
  const [mail, portal] = await Promise.all([orNotFound(mailDesk(actor)), portalOf(actor)]);
  const timeZone = portal?.timeZone ?? 'Asia/Makassar';
  return (
    <div className="stack">
      <PageHeading title="Surel" />
      {mail.server === null ? (
        <div className="notice notice-warn stack-tight">
          <p>
            <strong>Surel belum disetel.</strong> Tidak ada surel yang dikirim. Pemberitahuan tetap tampil di ruang
            redaksi, dan undangan akun diserahkan sebagai kode tercetak.
          </p>
          <p>
            Isi <code>SMTP_URL</code> dan <code>MAIL_FROM</code> dalam berkas <code>.env</code> di peladen, lalu
            jalankan ulang Ruang Warta. Contohnya ada dalam <code>.env.example</code>.
          </p>
        </div>
      ) : (
        <section className="card stack" aria-labelledby="peladen">
          <h2 id="peladen">Peladen surel</h2>
          <dl className="mail-facts">
            <dt>Alamat</dt>
            <dd>
              {mail.server.address}, {mail.server.tls}
            </dd>
            <dt>Pengirim</dt>
            <dd>{mail.server.from}</dd>
            <dt>Terkirim dalam 24 jam</dt>
            <dd>{mail.sentToday}</dd>
            <dt>Menunggu dikirim</dt>
            <dd>{mail.waiting}</dd>
          </dl>
          <ActionForm action={sendTestMailAction} submit="Kirim surel uji kepada saya" tone="usual" label="Surel uji" />
        </section>
      )}
      {mail.failed.length > 0 && (
        <section className="card stack" aria-labelledby="gagal">
          <h2 id="gagal">Tidak terkirim ({mail.failed.length})</h2>
          <p className="muted">
            Sudah dicoba berulang kali, atau ditolak untuk seterusnya. Perbaiki sebabnya, lalu kirim lagi. Isi surel
            tidak ditampilkan.
          </p>
          <MailTable
            caption="Surel yang tidak terkirim"
            mails={mail.failed}
            timeZone={timeZone}
            againAction={sendAgainAction}
          />
        </section>
      )}
      {mail.retried.length > 0 && (
        <section className="card stack" aria-labelledby="dicoba">
          <h2 id="dicoba">Sedang dicoba lagi ({mail.retried.length})</h2>
          <MailTable caption="Surel yang sedang dicoba lagi" mails={mail.retried} timeZone={timeZone} />
        </section>
      )}
      {mail.server !== null && mail.failed.length + mail.retried.length === 0 && (
        <p className="empty">Tidak ada surel yang gagal. Surel yang tidak terkirim dan sebabnya akan tampil di sini.</p>
      )}
    </div>
  );
}
