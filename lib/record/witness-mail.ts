import type { Queryable, Transaction } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import { mailIsSetUp, mailState, sendMail } from '#lib/mail/outbox.ts';
import { deskSettingsOf } from '#lib/service-hours/desk-settings.ts';
import { type ChainHead, headLine } from './witnessed-heads.ts';

/** Addresses outside the office to which the head goes: those of all portals, each once; none while no mail can be sent. */
export async function witnessAddresses(queryable: Queryable): Promise<string[]> {
  if (!mailIsSetUp()) return [];
  const rows = await queryable.select({ settings: portals.deskSettings }).from(portals).orderBy(portals.id);
  const addresses = rows.map(({ settings }) => deskSettingsOf(settings).witnessEmail).filter((one) => one !== '');
  return [...new Set(addresses)];
}

const onceKey = (day: string, address: string) => `witness ${day} ${address}`;

/** Asks for the mail of a day's head to every witness: the head, and those before it once more. */
export async function mailWitnesses(
  tx: Transaction,
  addresses: readonly string[],
  head: ChainHead,
  earlier: readonly ChainHead[],
): Promise<void> {
  for (const address of addresses) {
    await sendMail(tx, {
      kind: 'witness',
      onceKey: onceKey(head.day, address),
      userId: null,
      recipient: address,
      subject: `Sidik jejak audit ${head.day}`,
      body: bodyOf(head, earlier),
    });
  }
}

function bodyOf(head: ChainHead, earlier: readonly ChainHead[]): string {
  return [
    'Anda menjadi saksi luar bagi jejak audit Ruang Warta.',
    '',
    `Sidik hari ini (tanggal, nomor peristiwa terakhir, sidiknya):`,
    '',
    headLine(head),
    '',
    'Simpan surel ini dan jangan dihapus. Selama Anda menyimpannya, tak seorang pun dapat menulis ulang',
    'riwayat sampai peristiwa itu tanpa ketahuan, termasuk pengelola basis data.',
    '',
    'Untuk memeriksa: kumpulkan surel-surel ini dalam satu berkas teks, lalu minta pengelola menjalankan',
    'di depan Anda: npm run audit:verify -- --saksi <berkas>',
    '',
    'Sidik hari-hari sebelumnya:',
    '',
    ...earlier.filter(({ day }) => day !== head.day).flatMap((one) => [headLine(one), '']),
  ].join('\n');
}

/** When the mail server had taken the mails of a day to all of these witnesses; null while it has not. */
export async function witnessedAt(
  queryable: Queryable,
  day: string,
  addresses: readonly string[],
): Promise<Date | null> {
  const sent: Date[] = [];
  for (const address of addresses) {
    const state = await mailState(queryable, onceKey(day, address));
    if (state?.sentAt == null) return null;
    sent.push(state.sentAt);
  }
  return sent.length === 0 ? null : new Date(Math.max(...sent.map((at) => at.getTime())));
}
