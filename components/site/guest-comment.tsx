/** What a guest wants to say about an edition: plain HTML, so that it works wherever the page does. */
export function GuestComment({ action, told }: { action: string; told: string | string[] | undefined }) {
  return (
    <form className="guest-comment" method="post" action={action} id="komentar">
      <h2>Ada yang perlu diperbaiki?</h2>
      {told === 'thanks' && (
        <p className="guest-told" role="status">
          Terima kasih. Komentar Anda sudah sampai ke redaksi.
        </p>
      )}
      {told === 'refused' && (
        <p className="guest-told" role="alert">
          Komentar belum terkirim. Tulis sedikitnya satu kata dan paling banyak 2.000 karakter. Jika tetap ditolak,
          hubungi redaksi.
        </p>
      )}
      <label htmlFor="isi-komentar">Tulis komentar Anda. Hanya redaksi yang membacanya.</label>
      <textarea id="isi-komentar" name="komentar" rows={5} maxLength={2000} required />
      <button type="submit">Kirim komentar</button>
    </form>
  );
}
