import { formatBytes } from '#lib/newsroom/labels.ts';
import type { DiskRoom } from './disk.ts';
import type { Figures } from './figures.ts';

/**
 * How something stands: well; to be watched, for it may become worse by itself; wrong, somebody must act; absent,
 * a part that an install may do without.
 */
export type Standing = 'well' | 'watch' | 'wrong' | 'absent';

/** One thing that was looked at, in words for who runs the install. */
export type Check = {
  name: string;
  title: string;
  standing: Standing;
  /** What was found. */
  text: string;
  /** What to do about it; nothing when it is well. */
  todo?: string;
};

/** What the checks look at, gathered by whoever asks. */
export type Looked = {
  at: Date;
  isDemo: boolean;
  figures: Figures;
  dataDisk: DiskRoom | undefined;
  /** Null when photos lie on the same disk. */
  mediaDisk: DiskRoom | undefined | null;
  hasMail: boolean;
  hasObjectStore: boolean;
  hasMetrics: boolean;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** From when on something is late, in milliseconds. */
const limits = {
  round: 5 * minute,
  queue: 10 * minute,
  mail: hour,
  integrity: 36 * hour,
  backup: 36 * hour,
  drill: 14 * day,
};

/** Room on a disk below which it is to be watched, and below which it is wrong. */
const room = { watch: { share: 0.15, bytes: 5e9 }, wrong: { share: 0.05, bytes: 1e9 } };

/** Everything that the rows and the disks tell, for the operator page and the command that checks an install. */
export function systemChecks(looked: Looked): Check[] {
  return [
    rounds(looked),
    queue(looked),
    failed(looked),
    schedule(looked),
    reviews(looked),
    integrity(looked),
    backup(looked),
    drill(looked),
    disk('data_disk', 'Ruang disk data', looked.dataDisk),
    ...(looked.mediaDisk === null ? [] : [disk('media_disk', 'Ruang disk foto', looked.mediaDisk)]),
    mail(looked),
    ...optional(looked),
  ];
}

function rounds({ at, figures: { lastRoundAt } }: Looked): Check {
  const about = { name: 'rounds', title: 'Pekerjaan latar' };
  const todo =
    'Jalankan proses yang mengerjakannya (npm start, atau npm start -- --role=jobs), lalu baca lognya. Selama itu tidak ada surel, pengingat, dan ukuran foto baru.';
  if (lastRoundAt === null) return { ...about, standing: 'wrong', text: 'Belum pernah berjalan.', todo };
  const age = at.getTime() - lastRoundAt.getTime();
  if (age > limits.round) return { ...about, standing: 'wrong', text: `Tidak berjalan sejak ${ago(age)}.`, todo };
  return { ...about, standing: 'well', text: 'Berjalan.' };
}

function queue({ figures: { queue: jobs } }: Looked): Check {
  const about = { name: 'queue', title: 'Antrean pekerjaan' };
  const age = jobs.oldestSeconds * 1_000;
  if (age <= limits.queue)
    return {
      ...about,
      standing: 'well',
      text: jobs.waiting === 0 ? 'Kosong.' : `${many(jobs.waiting)} menunggu giliran.`,
    };
  return {
    ...{
      ...about,
      standing: 'watch',
      text: `${many(jobs.waiting)} pekerjaan menunggu, yang tertua sejak ${ago(age)}.`,
    },
    todo: 'Biasanya habis sendiri sesudah unggahan besar. Bila bertambah terus, periksa log dan beban peladen.',
  };
}

function failed({ figures: { queue: jobs } }: Looked): Check {
  const about = { name: 'failed_jobs', title: 'Pekerjaan yang gagal' };
  if (jobs.failed === 0) return { ...about, standing: 'well', text: 'Tidak ada.' };
  return {
    ...{ ...about, standing: 'wrong', text: `${many(jobs.failed)} pekerjaan tidak dicoba lagi dengan sendirinya.` },
    todo: 'Perbaiki sebabnya, lalu coba lagi atau buang di halaman Keadaan sistem.',
  };
}

function schedule({ figures: { late } }: Looked): Check {
  const about = { name: 'schedule', title: 'Jadwal terbit' };
  if (late.schedule === 0) return { ...about, standing: 'well', text: 'Semua terbit pada waktunya.' };
  return {
    ...{ ...about, standing: 'wrong', text: `${many(late.schedule)} naskah lewat dari jadwalnya dan belum terbit.` },
    todo: 'Sebab tiap naskah tertulis pada alarm di halaman Antrean.',
  };
}

function reviews({ figures: { late } }: Looked): Check {
  const about = { name: 'reviews', title: 'Tinjauan kedua' };
  if (late.secondReviews === 0) return { ...about, standing: 'well', text: 'Tidak ada yang lewat waktu.' };
  return {
    ...{
      ...about,
      standing: 'watch',
      text: `${many(late.secondReviews)} artikel jalur cepat lewat waktu tinjauannya.`,
    },
    todo: 'Daftarnya di halaman Antrean; redaktur atau verifikator lain yang meninjau.',
  };
}

function integrity({ at, figures: { integrity: check } }: Looked): Check {
  const about = { name: 'integrity', title: 'Keutuhan artikel dan jejak audit' };
  if (check === null) {
    const text = 'Belum pernah diperiksa; pemeriksaan pertama berjalan malam ini.';
    return { ...about, standing: 'watch', text, todo: 'Atau periksa sekarang di peladen: npm run audit:verify.' };
  }
  const age = at.getTime() - check.checkedAt.getTime();
  if (!check.isWhole) {
    return {
      ...{ ...about, standing: 'wrong', text: `Pemeriksaan terakhir, ${ago(age)}, menemukan yang tidak cocok.` },
      todo: 'Jangan ubah apa pun. Salin basis data apa adanya, jalankan npm run audit:verify, dan panggil auditor.',
    };
  }
  if (age > limits.integrity) {
    const text = `Utuh pada pemeriksaan terakhir, tetapi itu sudah ${ago(age)}.`;
    return { ...about, standing: 'watch', text, todo: 'Periksa pekerjaan latar, atau jalankan npm run audit:verify.' };
  }
  return { ...about, standing: 'well', text: `Utuh pada pemeriksaan ${ago(age)}.` };
}

function backup({ at, isDemo, figures: { backups } }: Looked): Check {
  const about = { name: 'backup', title: 'Cadangan' };
  const last = backups?.lastWholeAt ?? null;
  if (last === null) {
    if (isDemo) return { ...about, standing: 'absent', text: 'Mode contoh tidak dicadangkan.' };
    return {
      ...{ ...about, standing: 'wrong', text: 'Belum ada cadangan yang utuh.' },
      todo: 'Jalankan npm run backup di peladen, lalu simpan salinannya di mesin lain.',
    };
  }
  const age = at.getTime() - last.getTime();
  if (age <= limits.backup) return { ...about, standing: 'well', text: `Yang utuh terakhir ${ago(age)}.` };
  return {
    ...{ ...about, standing: 'wrong', text: `Yang utuh terakhir sudah ${ago(age)}.` },
    todo: 'Jalankan npm run backup di peladen dan baca alasannya bila gagal.',
  };
}

function drill({ at, isDemo, figures: { backups } }: Looked): Check {
  const about = { name: 'drill', title: 'Uji pulih cadangan' };
  const last = backups?.lastDrill ?? null;
  const todo =
    'Jalankan npm run backup:drill di peladen: cadangan yang belum pernah dicoba belum tentu dapat dipulihkan.';
  if (last === null)
    return isDemo
      ? { ...about, standing: 'absent', text: 'Mode contoh tidak dicadangkan.' }
      : { ...about, standing: 'watch', text: 'Belum pernah dilakukan.', todo };
  const age = at.getTime() - last.at.getTime();
  if (!last.isWhole) return { ...about, standing: 'wrong', text: `Gagal, ${ago(age)}.`, todo };
  if (age > limits.drill) return { ...about, standing: 'watch', text: `Terakhir berhasil ${ago(age)}.`, todo };
  return { ...about, standing: 'well', text: `Berhasil, ${ago(age)}.` };
}

/** @param left undefined when the folder cannot be looked at */
export function disk(name: string, title: string, left: DiskRoom | undefined): Check {
  if (left === undefined) {
    const todo = 'Periksa DATA_DIR dan hak pengguna yang menjalankan Ruang Warta.';
    return { name, title, standing: 'wrong', text: 'Foldernya tidak dapat dibaca.', todo };
  }
  const share = left.total === 0 ? 0 : left.free / left.total;
  const text = `Sisa ${formatBytes(left.free)} dari ${formatBytes(left.total)}.`;
  const isBelow = (limit: { share: number; bytes: number }) => share < limit.share && left.free < limit.bytes * 4;
  const todo =
    'Tambah ruang, atau pindahkan cadangan lama ke mesin lain. Disk yang penuh menghentikan simpan dan unggah.';
  if (left.free < room.wrong.bytes || isBelow(room.wrong)) return { name, title, standing: 'wrong', text, todo };
  if (left.free < room.watch.bytes || isBelow(room.watch)) return { name, title, standing: 'watch', text, todo };
  return { name, title, standing: 'well', text };
}

function mail({ hasMail, figures: { mail: mails } }: Looked): Check {
  const about = { name: 'mail', title: 'Surel' };
  if (!hasMail) {
    const text = 'Tidak dipasang. Pemberitahuan tetap ada di ruang redaksi; undangan diserahkan sebagai kode tercetak.';
    return { ...about, standing: 'absent', text, todo: 'Isi SMTP_URL dan MAIL_FROM bila ada peladen surel.' };
  }
  if (mails.failed > 0) {
    const todo = 'Lihat sebabnya di Administrasi, halaman Surel, lalu kirim lagi.';
    return { ...about, standing: 'watch', text: `${many(mails.failed)} surel tidak terkirim.`, todo };
  }
  const age = mails.oldestSeconds * 1_000;
  if (age > limits.mail) {
    const todo = 'Peladen surel mungkin sedang tidak menjawab. Kirim surel uji dari Administrasi, halaman Surel.';
    return { ...about, standing: 'watch', text: `${many(mails.waiting)} surel menunggu sejak ${ago(age)}.`, todo };
  }
  return {
    ...about,
    standing: 'well',
    text: mails.waiting === 0 ? 'Semua terkirim.' : `${many(mails.waiting)} sedang dikirim.`,
  };
}

function optional({ hasObjectStore, hasMetrics }: Looked): Check[] {
  const store = { name: 'object_store', title: 'Penyimpanan bersama (S3)' };
  const metrics = { name: 'metrics', title: 'Ukuran untuk Prometheus' };
  return [
    hasObjectStore
      ? { ...store, standing: 'well', text: 'Dipakai untuk foto dan dokumen.' }
      : { ...store, standing: 'absent', text: 'Tidak dipasang. Foto dan dokumen ada di disk peladen ini.' },
    hasMetrics
      ? { ...metrics, standing: 'well', text: 'Dapat dibaca di /metrics.' }
      : { ...metrics, standing: 'absent', text: 'Tidak dinyalakan (METRICS_PORT atau METRICS_TOKEN).' },
  ];
}

const many = (count: number) => count.toLocaleString('id-ID');

/** A length of time as people say it: `3 jam yang lalu`. */
export function ago(milliseconds: number): string {
  if (milliseconds < 2 * minute) return 'baru saja';
  if (milliseconds < 2 * hour) return `${Math.round(milliseconds / minute)} menit yang lalu`;
  if (milliseconds < 2 * day) return `${Math.round(milliseconds / hour)} jam yang lalu`;
  return `${many(Math.round(milliseconds / day))} hari yang lalu`;
}
