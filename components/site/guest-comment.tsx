/** Why a comment did not go through, and what to do. */
const refusals: Readonly<Record<string, string>> = {
  refused: 'Komentar belum terkirim. Tulis sedikitnya satu kata dan paling banyak 2.000 karakter.',
  too_often:
    'Komentar belum terkirim karena terlalu banyak kiriman dalam waktu singkat. Tunggu 10 menit, lalu kirim lagi.',
  full: 'Komentar belum terkirim: tautan ini sudah menerima komentar sebanyak batasnya. Hubungi redaksi.',
};

/**
 * What a guest wants to say about an edition: plain HTML, so that it works wherever the page does.
 *
 * @param typed what was written before, when it was not taken
 */
export function GuestComment({ action, told, typed }: { action: string; told: string; typed: string }) {
  const refusal = refusals[told];
  return (
    <form className="guest-comment" method="post" action={`${action}#komentar`} id="komentar">
      <h2>Ada yang perlu diperbaiki?</h2>
      {told === 'thanks' && (
        <p className="guest-told" role="status">
          Terima kasih. Komentar Anda sudah sampai ke redaksi.
        </p>
      )}
      {refusal !== undefined && (
        <p className="guest-told" role="alert">
          {refusal} {typed !== '' && 'Tulisan Anda masih ada di bawah ini.'}
        </p>
      )}
      <label htmlFor="isi-komentar">Tulis komentar Anda. Hanya redaksi yang membacanya.</label>
      <textarea id="isi-komentar" name="komentar" rows={5} maxLength={2000} required defaultValue={typed} />
      <button type="submit">Kirim komentar</button>
    </form>
  );
}
