import type { Verb } from '#lib/newsroom/workflow.ts';

/** The names of the actions a page hands to its verb buttons: those of `verbInputs`. */
export type VerbName =
  | 'submit'
  | 'withdraw'
  | 'verify'
  | 'claim'
  | 'release'
  | 'takeOver'
  | 'return'
  | 'reject'
  | 'approve'
  | 'confirm'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'publishNow'
  | 'secondReview'
  | 'startEdition'
  | 'retract'
  | 'reviewRetraction'
  | 'restore'
  | 'archive'
  | 'unarchive'
  | 'discard'
  | 'undiscard';

/** One button: a verb, or one of the ways to approve or to schedule. */
export type VerbButton = {
  id: string;
  verb: Verb;
  name: VerbName;
  label: string;
  tone: 'main' | 'plain' | 'danger';
  /** What happens, told before it does. */
  text: string;
  /** What the person is told afterwards. */
  done: string;
  /** Where they go then. */
  next: 'draft' | 'review' | 'desk';
  /** Asks when. */
  needsTime?: true;
  /** Of two buttons of one verb: whether this is the one that stands among these. */
  fits?: (allowed: readonly Verb[]) => boolean;
};

/** The buttons in the order in which they stand; a screen shows those that are allowed. */
export const verbButtons: readonly VerbButton[] = [
  {
    id: 'submit',
    verb: 'submit',
    name: 'submit',
    label: 'Ajukan',
    tone: 'main',
    text: 'Dengan mengajukan, Anda menandatangani naskah ini. Sesudah itu naskah hanya dapat dibaca, sampai dikembalikan atau Anda membatalkan ajuan.',
    done: 'Naskah sudah diajukan dengan tanda tangan Anda.',
    next: 'review',
  },
  {
    id: 'verify',
    verb: 'verify',
    name: 'verify',
    label: 'Verifikasi',
    tone: 'main',
    text: 'Anda menyatakan fakta, angka, dan kelas informasi naskah ini sudah diperiksa, lalu meneruskannya ke redaksi dengan tanda tangan Anda.',
    done: 'Naskah sudah terverifikasi dengan tanda tangan Anda.',
    next: 'review',
  },
  {
    id: 'claim',
    verb: 'claim',
    name: 'claim',
    label: 'Ambil untuk disunting',
    tone: 'main',
    text: 'Naskah ini menjadi pegangan Anda. Orang lain hanya dapat membacanya sampai Anda selesai atau melepasnya.',
    done: 'Naskah ini sekarang Anda pegang.',
    next: 'draft',
  },
  {
    id: 'approve-publish',
    verb: 'approve',
    name: 'approve',
    label: 'Setujui dan terbitkan',
    tone: 'main',
    text: 'Anda menandatangani kata-kata naskah ini. Bila sudah ada tanda tangan orang lain pada kata-kata yang sama, artikel terbit sekarang. Bila belum, artikel terbit begitu orang kedua menandatanganinya.',
    done: 'Persetujuan Anda sudah tercatat.',
    next: 'review',
  },
  {
    id: 'approve-schedule',
    verb: 'approve',
    name: 'approve',
    label: 'Setujui dan jadwalkan',
    tone: 'plain',
    text: 'Anda menandatangani kata-kata naskah ini dan memilih waktu terbitnya. Bila sudah ada tanda tangan orang lain pada kata-kata yang sama, artikel terjadwal sekarang. Bila belum, artikel terjadwal begitu orang kedua menandatanganinya, dan langsung terbit bila waktunya sudah lewat.',
    done: 'Persetujuan dan waktu terbit sudah tercatat.',
    next: 'review',
    needsTime: true,
  },
  {
    id: 'approve-wait',
    verb: 'approve',
    name: 'approve',
    label: 'Setujui',
    tone: 'plain',
    text: 'Anda menandatangani kata-kata naskah ini. Artikel belum terbit; redaktur menerbitkannya kemudian.',
    done: 'Persetujuan Anda sudah tercatat.',
    next: 'review',
  },
  {
    id: 'confirm',
    verb: 'confirm',
    name: 'confirm',
    label: 'Setuju dengan suntingan',
    tone: 'main',
    text: 'Anda menyetujui kata-kata naskah ini seperti tampil sekarang dan menandatanganinya.',
    done: 'Tanda tangan Anda sudah tercatat.',
    next: 'review',
  },
  {
    id: 'publish',
    verb: 'publish',
    name: 'publish',
    label: 'Terbitkan',
    tone: 'main',
    text: 'Artikel ini tampil bagi pembaca sekarang.',
    done: 'Artikel sudah terbit.',
    next: 'review',
  },
  {
    id: 'schedule',
    verb: 'schedule',
    name: 'schedule',
    label: 'Jadwalkan',
    tone: 'plain',
    text: 'Artikel terbit sendiri pada waktu ini. Sampai saat itu kata-katanya terkunci: mengubahnya berarti membatalkan jadwal lebih dulu.',
    done: 'Artikel sudah terjadwal.',
    next: 'review',
    needsTime: true,
    fits: (allowed) => !allowed.includes('unschedule'),
  },
  {
    id: 'reschedule',
    verb: 'schedule',
    name: 'schedule',
    label: 'Ubah jadwal',
    tone: 'plain',
    text: 'Artikel terbit sendiri pada waktu yang baru. Kata-kata dan tanda tangannya tetap.',
    done: 'Jadwal sudah diubah.',
    next: 'review',
    needsTime: true,
    fits: (allowed) => allowed.includes('unschedule'),
  },
  {
    id: 'unschedule',
    verb: 'unschedule',
    name: 'unschedule',
    label: 'Batalkan jadwal',
    tone: 'plain',
    text: 'Artikel tidak terbit sendiri. Naskah tetap disetujui dengan tanda tangan yang ada; redaktur dapat menerbitkan, menjadwalkan lagi, atau mengambilnya untuk disunting.',
    done: 'Jadwal dibatalkan. Naskah menunggu di antrean.',
    next: 'review',
  },
  {
    id: 'second-review',
    verb: 'second_review',
    name: 'secondReview',
    label: 'Selesaikan tinjauan kedua',
    tone: 'main',
    text: 'Anda menyatakan sudah membaca artikel ini seluruhnya dan menandatanganinya. Tanda jalur cepat hilang dari halaman pembaca.',
    done: 'Tinjauan kedua sudah tercatat dengan tanda tangan Anda.',
    next: 'review',
  },
  {
    id: 'review-retraction',
    verb: 'review_retraction',
    name: 'reviewRetraction',
    label: 'Benarkan penarikan',
    tone: 'main',
    text: 'Anda menyatakan sudah membaca alasan penarikan dan membenarkannya. Artikel tetap ditarik. Bila penarikan ini keliru, pilih “Pulihkan”.',
    done: 'Tinjauan penarikan sudah tercatat.',
    next: 'review',
  },
  {
    id: 'start-edition',
    verb: 'start_edition',
    name: 'startEdition',
    label: 'Mulai edisi baru',
    tone: 'plain',
    text: 'Edisi baru dimulai dari kata-kata yang sekarang terbit. Pembaca tetap melihat edisi yang terbit sampai edisi baru disetujui.',
    done: 'Edisi baru sudah dimulai.',
    next: 'draft',
  },
  {
    id: 'take-over',
    verb: 'take_over',
    name: 'takeOver',
    label: 'Ambil alih',
    tone: 'plain',
    text: 'Anda memegang naskah ini menggantikan redaktur yang sekarang. Ketikannya yang belum terkirim disimpan sebagai miliknya. Pengambilalihan ini dicatat.',
    done: 'Naskah ini sekarang Anda pegang.',
    next: 'draft',
  },
  {
    id: 'return',
    verb: 'return',
    name: 'return',
    label: 'Kembalikan',
    tone: 'plain',
    text: 'Naskah kembali ke penulisnya untuk diperbaiki. Alasan dan catatan Anda tampil di mejanya.',
    done: 'Naskah sudah dikembalikan kepada penulisnya.',
    next: 'desk',
  },
  {
    id: 'release',
    verb: 'release',
    name: 'release',
    label: 'Lepas',
    tone: 'plain',
    text: 'Naskah kembali ke antrean. Bila kata-katanya sudah berubah selama dipegang, naskah perlu ditandatangani lagi.',
    done: 'Naskah sudah kembali ke antrean.',
    next: 'review',
  },
  {
    id: 'withdraw',
    verb: 'withdraw',
    name: 'withdraw',
    label: 'Batalkan ajuan',
    tone: 'plain',
    text: 'Naskah kembali menjadi draf, sehingga dapat Anda sunting lagi.',
    done: 'Ajuan dibatalkan. Naskah kembali menjadi draf.',
    next: 'draft',
  },
  {
    id: 'undiscard',
    verb: 'undiscard',
    name: 'undiscard',
    label: 'Batalkan pembuangan',
    tone: 'plain',
    text: 'Naskah kembali menjadi draf.',
    done: 'Naskah kembali menjadi draf.',
    next: 'draft',
  },
  {
    id: 'archive',
    verb: 'archive',
    name: 'archive',
    label: 'Arsipkan',
    tone: 'plain',
    text: 'Artikel tetap dapat dibaca dan dicari dengan tanda arsip, tetapi tidak lagi tampil di halaman depan.',
    done: 'Artikel sudah diarsipkan.',
    next: 'review',
  },
  {
    id: 'unarchive',
    verb: 'unarchive',
    name: 'unarchive',
    label: 'Keluarkan dari arsip',
    tone: 'plain',
    text: 'Tanda arsip hilang dan artikel dapat tampil lagi di halaman depan.',
    done: 'Artikel sudah keluar dari arsip.',
    next: 'review',
  },
  {
    id: 'restore',
    verb: 'restore',
    name: 'restore',
    label: 'Pulihkan',
    tone: 'plain',
    text: 'Artikel tampil lagi bagi pembaca pada alamat yang sama.',
    done: 'Artikel sudah tampil lagi.',
    next: 'review',
  },
  {
    id: 'publish-now',
    verb: 'publish_now',
    name: 'publishNow',
    label: 'Terbitkan segera',
    tone: 'danger',
    text: 'Jalur cepat menerbitkan artikel dengan satu tanda tangan, yaitu tanda tangan Anda. Artikel diberi tanda bagi pembaca sampai orang kedua meninjaunya, paling lambat dua jam sesudah terbit. Alasan Anda dicatat.',
    done: 'Artikel sudah terbit lewat jalur cepat. Tinjauan kedua ditunggu paling lambat dua jam lagi.',
    next: 'review',
  },
  {
    id: 'retract',
    verb: 'retract',
    name: 'retract',
    label: 'Tarik',
    tone: 'danger',
    text: 'Artikel tidak lagi tampil bagi pembaca. Alamatnya tetap ada dan menampilkan tanggal serta alasan penarikan.',
    done: 'Artikel sudah ditarik.',
    next: 'review',
  },
  {
    id: 'reject',
    verb: 'reject',
    name: 'reject',
    label: 'Tolak',
    tone: 'danger',
    text: 'Naskah ini tidak akan diterbitkan. Penolakan tidak dapat dibatalkan; alasan dan catatan Anda tampil di meja penulisnya.',
    done: 'Naskah sudah ditolak.',
    next: 'desk',
  },
  {
    id: 'discard',
    verb: 'discard',
    name: 'discard',
    label: 'Buang',
    tone: 'danger',
    text: 'Naskah keluar dari meja. Selama 30 hari naskah ini masih dapat dikembalikan.',
    done: 'Naskah sudah dibuang. Selama 30 hari naskah ini masih dapat dikembalikan.',
    next: 'desk',
  },
];

/** The buttons of the verbs that would work now. */
export function buttonsFor(allowed: readonly Verb[]): VerbButton[] {
  return verbButtons.filter((button) => allowed.includes(button.verb) && (button.fits?.(allowed) ?? true));
}

/** What is most likely meant where several steps would work: to end what waits comes before beginning anew. */
const mainFirst: readonly string[] = ['second-review', 'review-retraction', 'confirm', 'publish', 'approve-publish'];

/** The one button that decides, as the bar of a phone shows it. */
export function mainOf(buttons: readonly VerbButton[]): VerbButton | undefined {
  const main = buttons.filter(({ tone }) => tone === 'main');
  return mainFirst.flatMap((id) => main.find((button) => button.id === id) ?? [])[0] ?? main[0];
}

/** Whether the bar of a phone has this button, so that it need not stand among the other steps too. */
export function isInBar(button: VerbButton, buttons: readonly VerbButton[]): boolean {
  return button.id === 'return' || button.id === mainOf(buttons)?.id;
}
