import type { Metadata } from 'next';
import { MailSettingsForm } from '#components/newsroom/notifications/mail-settings-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { mailSettings } from '#lib/notifications/mail-settings.ts';
import { notificationSettingsPath, notificationsPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { saveMailSettingsAction } from '../actions.ts';

export const metadata: Metadata = { title: 'Pengaturan pemberitahuan' };

export default async function NotificationSettingsPage() {
  const actor = await requireActor(notificationSettingsPath);
  const settings = await mailSettings(actor);
  return (
    <div className="page stack">
      <PageHeading title="Pengaturan pemberitahuan" back={{ href: notificationsPath, label: 'Pemberitahuan' }} />
      {settings.isSetUp ? (
        <p>
          Semua kabar tampil di Pemberitahuan. Di sini Anda memilih kabar yang juga dikirim ke{' '}
          <strong>{settings.email}</strong>. Surel tidak pernah memuat judul atau isi naskah yang belum terbit.
        </p>
      ) : (
        <p className="notice notice-warn">
          <strong>Surel tidak dikirim.</strong> Peladen ini belum disetel untuk mengirim surel. Semua kabar tetap tampil
          di Pemberitahuan; pilihan di bawah berlaku setelah admin menyetelnya.
        </p>
      )}
      <MailSettingsForm settings={settings} action={saveMailSettingsAction} />
    </div>
  );
}
