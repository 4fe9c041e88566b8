import { Moment } from '#components/article/story.tsx';
import type { SiteReport, SiteStanding } from '#lib/integrity/site-report.ts';
import { checkPath } from '#lib/urls.ts';

const verdicts: Readonly<Record<SiteStanding, { title: string; className: string; text: string }>> = {
  not_yet: {
    ...{ title: 'Belum diperiksa.', className: 'verdict' },
    text: 'Pemeriksaan pertama belum selesai. Hasilnya tampil di sini.',
  },
  sound: {
    ...{ title: 'Sesuai.', className: 'verdict verdict-current' },
    text: 'Semua halaman yang diperiksa sama dengan yang ditandatangani redaksi.',
  },
  wrong: {
    ...{ title: 'Ada kejanggalan.', className: 'verdict verdict-gone' },
    text: 'Ada halaman yang tidak sama dengan yang ditandatangani, atau tidak menjawab. Pengelola sudah menerima alarm dan sedang memeriksanya.',
  },
  overdue: {
    ...{ title: 'Terlambat.', className: 'verdict verdict-gone' },
    text: 'Pemeriksaan tidak berjalan seperti seharusnya, jadi keadaan sekarang belum dapat kami pastikan.',
  },
};

const number = (value: number) => value.toLocaleString('id-ID');

/** What the rounds of looking at the site from outside found last, and how readers check for themselves. */
export function SiteStandingReport({ report, timeZone }: { report: SiteReport; timeZone: string }) {
  const { standing, last, lastLookAt, day, lastWrongAt } = report;
  const verdict = verdicts[standing];
  return (
    <>
      <p className="standfirst">
        Situs pemerintah sering disusupi iklan judi. Karena itu situs ini memeriksa dirinya sendiri dari luar, seperti
        pembaca dan seperti mesin pencari. Di sini kami umumkan hasilnya, juga bila hasilnya buruk.
      </p>
      <div className={verdict.className}>
        <p>
          <b>{verdict.title}</b> {verdict.text}
        </p>
        {last !== null && (
          <p>
            Pemeriksaan lengkap terakhir <Moment at={last.at} timeZone={timeZone} />: {number(last.addresses)} alamat,{' '}
            {number(last.answers)} jawaban, {number(last.articles)} artikel dicocokkan kata demi kata.
          </p>
        )}
        {last !== null && (
          <p className="quiet">Bila waktu itu lebih dari dua jam yang lalu, pemeriksaan sedang terlambat.</p>
        )}
      </div>
      <section aria-labelledby="sehari" className="chain-part chain-words">
        <h2 id="sehari">Sehari terakhir</h2>
        <p>
          {day.rounds === 0
            ? 'Belum ada pemeriksaan dalam 24 jam sebelum halaman ini disusun.'
            : `${number(day.rounds)} pemeriksaan membaca ${number(day.answers)} jawaban; ${day.wrongRounds === 0 ? 'tidak ada yang menemukan kejanggalan' : `${number(day.wrongRounds)} di antaranya menemukan kejanggalan`}.`}
          {lastLookAt !== null && (
            <>
              {' '}
              Yang terakhir selesai <Moment at={lastLookAt} timeZone={timeZone} />.
            </>
          )}
        </p>
        <p>
          {lastWrongAt === null ? (
            'Dalam 30 hari terakhir tidak ada kejanggalan yang tercatat.'
          ) : (
            <>
              Kejanggalan terakhir tercatat <Moment at={lastWrongAt} timeZone={timeZone} />.
            </>
          )}
        </p>
      </section>
      <section aria-labelledby="yang-diperiksa" className="chain-part chain-words">
        <h2 id="yang-diperiksa">Yang diperiksa</h2>
        <ul>
          <li>Kata-kata artikel sama dengan yang ditandatangani sedikitnya dua orang.</li>
          <li>Halaman yang sama tampil bagi pembaca, bagi mesin pencari, dan bagi yang datang dari mesin pencari.</li>
          <li>Setiap tautan keluar menuju situs yang diizinkan redaktur.</li>
          <li>Tidak ada skrip, pengalihan, bagian tersembunyi, atau kata iklan judi.</li>
          <li>Peta situs hanya memuat alamat kita, dan alamat khas sisipan judi tidak ada di sini.</li>
          <li>Berkas program sama dengan saat disusun.</li>
        </ul>
        <p>
          Halaman depan dan artikel terbaru dilihat tiap lima menit, semua jenis halaman dan artikel lain yang dipilih
          acak tiap jam.
        </p>
        <h2>Bila ada yang tidak cocok</h2>
        <p>
          Alarm menyala bagi pengelola dan dicatat dalam jejak audit. Artikel yang isinya tidak cocok dengan tanda
          tangannya tidak ditampilkan: pembaca mendapat halaman terakhir yang benar.
        </p>
        <h2>Periksa sendiri satu artikel</h2>
        <p>
          Setiap artikel memuat kode. Tulis kode itu, atau tempel tulisan yang Anda terima, di{' '}
          <a href={checkPath}>Cek keaslian</a>.
        </p>
      </section>
    </>
  );
}
