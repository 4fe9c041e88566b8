import type { Priority } from '../../db/schema/enums.ts';
import { formatMoment } from '../newsroom/labels.ts';
import type { QueueStage, Turn } from './queue-filters.ts';
import type { Awaited, QueueRow } from './queue-shapes.ts';

/** The words of the desk for its closed lists. */

export const priorityLabels: Readonly<Record<Priority, string>> = {
  urgent: 'Mendesak',
  high: 'Tinggi',
  normal: 'Biasa',
  low: 'Rendah',
};

export const stageTitles: Readonly<Record<QueueStage, string>> = {
  submitted: 'Diajukan',
  verified: 'Terverifikasi',
  in_editing: 'Disunting',
  approved: 'Disetujui',
  scheduled: 'Terjadwal',
};

export const turnLabels: Readonly<Record<Turn, string>> = {
  verifier: 'Verifikator',
  desk: 'Redaktur, untuk diambil',
  claimer: 'Redaktur yang memegangnya',
  signature: 'Penanda tangan kedua atau penerbit',
  time: 'Waktunya',
};

const levels = ['redaktur pelaksana', 'redaktur pelaksana dan pimpinan perangkat daerah'] as const;

/** How far the lateness of an item was carried; null while nobody was told. */
export function escalationText(level: number): string | null {
  const whom = levels[level - 1];
  return whom === undefined ? null : `Sudah disampaikan kepada ${whom}`;
}

/** When an item goes out, and what holds it until then, where its line does not say so already. */
export function plannedTexts(
  { awaited, scheduledFor, embargoUntil }: Pick<QueueRow, 'awaited' | 'scheduledFor' | 'embargoUntil'>,
  timeZone: string,
): string[] {
  return [
    ...(scheduledFor === null || awaited.what === 'time'
      ? []
      : [`Dijadwalkan terbit ${formatMoment(scheduledFor, timeZone)}`]),
    ...(embargoUntil === null || embargoUntil.getTime() === scheduledFor?.getTime()
      ? []
      : [`Embargo sampai ${formatMoment(embargoUntil, timeZone)}`]),
  ];
}

/** What an item waits for, and for whom. */
export function awaitedText({ what, whom }: Awaited, scheduledFor: Date | null, timeZone: string): string {
  switch (what) {
    case 'verification':
      return `Menunggu ${whom}`;
    case 'claim':
      return `Menunggu diambil ${whom}`;
    case 'editing':
      return `Dipegang ${whom}`;
    case 'second_signature':
      return `Menunggu tanda tangan kedua: ${whom}`;
    case 'publication':
      return `Menunggu diterbitkan ${whom}`;
    case 'time':
      return scheduledFor === null ? 'Menunggu waktunya' : `Terbit ${formatMoment(scheduledFor, timeZone)}`;
  }
}
