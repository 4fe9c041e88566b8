import { Moment } from '#components/article/story.tsx';
import { formatDate } from '#lib/newsroom/labels.ts';
import type { Integrity, PublishedHead } from '#lib/record/chain-heads.ts';

/** What the audit chain is, its heads of the last days, and how anybody can check them. */
export function IntegrityReport({ integrity, timeZone }: { integrity: Integrity; timeZone: string }) {
  const { heads, lastCheck, hasWitness } = integrity;
  return (
    <>
      <h2 id="jejak-audit" className="chain-title">
        Jejak audit
      </h2>
      <p>
        Setiap langkah di ruang redaksi dicatat: siapa mengajukan, menyetujui, menerbitkan, meralat, dan menarik apa.
        Catatan itu hanya bertambah. Di sini kami umumkan sidiknya setiap hari, supaya siapa pun dapat memegang
        buktinya.
      </p>
      <div className={lastCheck === null || lastCheck.isWhole ? 'verdict verdict-current' : 'verdict verdict-gone'}>
        {lastCheck === null ? (
          <p>Pemeriksaan malam pertama belum berjalan. Hasilnya tampil di sini.</p>
        ) : (
          <p>
            <b>{lastCheck.isWhole ? 'Utuh.' : 'Tidak utuh.'}</b> Diperiksa{' '}
            <Moment at={lastCheck.at} timeZone={timeZone} />: {lastCheck.checked.toLocaleString('id-ID')} peristiwa dan
            tanda tangan semua artikel yang terbit
            {lastCheck.isWhole ? ' cocok.' : '. Ada yang tidak cocok; kami sedang menyelidikinya.'}
          </p>
        )}
        <p>
          {hasWitness
            ? 'Sidik setiap hari juga dikirim ke saksi di luar kantor ini.'
            : 'Untuk saat ini belum ada saksi luar: sidik hanya diumumkan di halaman ini.'}
        </p>
      </div>
      <section aria-labelledby="sidik-harian" className="chain-part">
        <h2 id="sidik-harian">Sidik harian</h2>
        {heads.length === 0 ? (
          <p>Sidik pertama diumumkan dalam satu jam sesudah situs ini berjalan.</p>
        ) : (
          <ul className="chain-heads">
            {heads.map((head) => (
              <Head key={head.day} head={head} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="apa-ini" className="chain-part chain-words">
        <h2 id="apa-ini">Apa artinya?</h2>
        <p>
          Setiap peristiwa memuat sidik peristiwa sebelumnya, seperti mata rantai. Sidik adalah 64 angka dan huruf yang
          dihitung dari isi catatan. Satu huruf saja berubah di masa lalu, semua sidik sesudahnya ikut berubah.
        </p>
        <p>
          Orang yang memegang basis data dapat menulis ulang seluruh rantai supaya cocok lagi, tetapi tidak dapat
          mengubah sidik yang sudah Anda salin dari halaman ini. Bila sidik salinan Anda tidak lagi ditemukan,
          riwayatnya ditulis ulang.
        </p>
        <h2>Cara memeriksa</h2>
        <ol>
          <li>Salin tanggal, nomor, dan sidik satu hari dari daftar di atas, lalu simpan di tempat Anda sendiri.</li>
          <li>
            Kapan saja sesudah itu, minta pengelola menjalankan di depan Anda:{' '}
            <code>npm run audit:verify -- --sampai nomor</code>
          </li>
          <li>Sidik yang keluar harus sama, huruf demi huruf, dengan yang Anda simpan.</li>
        </ol>
        <p>
          Yang menyimpan banyak hari dapat menyatukannya dalam satu berkas teks. Perintah ini menyebut sejak hari mana
          riwayat ditulis ulang: <code>npm run audit:verify -- --saksi berkas</code>
        </p>
      </section>
    </>
  );
}

function Head({ head, timeZone }: { head: PublishedHead; timeZone: string }) {
  return (
    <li>
      <p>
        <b>
          <time dateTime={head.day}>{formatDate(head.day)}</time>
        </b>{' '}
        <span className="quiet chain-number">
          {head.day} · nomor {head.seq}
        </span>
      </p>
      <p>
        <code>{head.headHash}</code>
      </p>
      <p className="quiet">{witnessWords(head, timeZone)}</p>
    </li>
  );
}

function witnessWords({ witness, witnessedAt }: PublishedHead, timeZone: string) {
  if (witness === 'none') return 'Belum ada saksi luar.';
  if (witness === 'sent' || witnessedAt === null) return 'Dikirim ke saksi luar; belum tercatat diterima.';
  return (
    <>
      Diterima peladen surel saksi luar <Moment at={witnessedAt} timeZone={timeZone} />.
    </>
  );
}
