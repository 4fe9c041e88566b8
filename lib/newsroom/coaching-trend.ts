/** Three months of somebody's work. */
export type Half = { submitted: number; returned: number; findings: number };

/** Fewer editions than this say nothing about anybody. */
const enough = 3;

/** How the last three months compare with the three before them, in sentences to the writer. */
export function trendOf(earlier: Half, later: Half): string[] {
  if (later.submitted === 0) return ['Tiga bulan terakhir Anda belum mengajukan naskah.'];
  const now = `Tiga bulan terakhir ${later.returned} dari ${later.submitted} naskah yang Anda ajukan dikembalikan`;
  if (earlier.submitted < enough || later.submitted < enough) {
    return [`${now}. Naskahnya belum cukup banyak untuk dibandingkan dengan bulan-bulan sebelumnya.`];
  }
  const before = `tiga bulan sebelumnya ${earlier.returned} dari ${earlier.submitted}`;
  return [`${now}; ${before}. ${returnsWord(share(earlier), share(later))}`, ...findingsSentence(earlier, later)];
}

const share = ({ submitted, returned }: Half) => Math.min(1, returned / submitted);

function returnsWord(before: number, now: number): string {
  if (now < before) return 'Naskah Anda makin jarang dikembalikan. Pertahankan.';
  if (now > before) return 'Naskah Anda lebih sering dikembalikan daripada sebelumnya. Lihat saran di atas.';
  return now === 0 ? 'Tidak ada yang dikembalikan. Pertahankan.' : 'Keadaannya sama seperti sebelumnya.';
}

/** Findings were not kept always: without any before there is nothing to compare with. */
function findingsSentence(earlier: Half, later: Half): string[] {
  if (earlier.findings === 0) return [];
  const [before, now] = [earlier, later].map(({ findings, submitted }) => findings / submitted);
  if (before === undefined || now === undefined) return [];
  const numbers = `Temuan pemeriksaan saat diajukan rata-rata ${oneDecimal(now)} per naskah, sebelumnya ${oneDecimal(before)}.`;
  if (oneDecimal(now) === oneDecimal(before)) return [numbers];
  return [`${numbers} ${now < before ? 'Naskah Anda makin bersih.' : 'Periksa panel sekali lagi sebelum mengajukan.'}`];
}

const oneDecimal = (value: number) => value.toLocaleString('id-ID', { maximumFractionDigits: 1 });
