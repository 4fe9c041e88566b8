import { textCheckLimits } from '#lib/authenticity/text-check.ts';
import { checkPath } from '#lib/urls.ts';

/** Takes a text that somebody was sent, to be compared with what was published: plain HTML, nothing is kept. */
export function CheckTextForm({ typed }: { typed: string }) {
  return (
    <form className="ask check-text" action={`${checkPath}#hasil`} method="post" encType="multipart/form-data">
      <label htmlFor="teks">Tempel tulisannya</label>
      <p id="teks-cara" className="quiet">
        Salin seluruh tulisan yang Anda terima, dari judul sampai akhir, lalu tempel di sini. Kami membandingkannya kata
        demi kata dengan yang kami terbitkan. Tulisan Anda tidak disimpan.
      </p>
      <textarea
        id="teks"
        name="teks"
        rows={8}
        maxLength={textCheckLimits.letters}
        defaultValue={typed}
        aria-describedby="teks-cara"
      />
      <label htmlFor="berkas">Atau pilih berkas teks yang diunduh dari situs ini (.txt atau .md)</label>
      <input id="berkas" type="file" name="berkas" accept=".txt,.md,text/plain,text/markdown" />
      <button type="submit">Periksa tulisan</button>
    </form>
  );
}
