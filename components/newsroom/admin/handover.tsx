import { CopyButton } from '#components/ui/copy-button.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { absolute, redeemPath } from '#lib/urls.ts';

/** A code as it is shown this one time. */
export type HandedCode = { code: string; purpose: 'invite' | 'reset'; expiresAt: Date };

/** To whom a code goes, and from where. */
export type Recipient = {
  name: string;
  /** Digits with country code, or empty. */
  phone: string;
  /** Origin of the newsroom, such as `https://warta.example.go.id`. */
  origin: string;
  timeZone: string;
};

/**
 * The link of a code. The code stands after `#`, which browsers do not send: it reaches no
 * server's log and no preview.
 */
const linkOf = (code: string, origin: string) => `${absolute(origin, redeemPath)}#${code}`;

/** The message an admin sends along, ready to be pasted. */
export function handoverMessage(
  { code, purpose, expiresAt }: HandedCode,
  { name, origin, timeZone }: Recipient,
): string {
  const why =
    purpose === 'invite'
      ? 'akun Anda di Ruang Warta sudah dibuat.'
      : 'kata sandi Anda di Ruang Warta dapat diatur ulang.';
  return [
    `Halo ${name}, ${why}`,
    `Buka ${linkOf(code, origin)} lalu tentukan kata sandi Anda.`,
    `Kode: ${code}`,
    `Berlaku sampai ${formatMoment(expiresAt, timeZone)} dan hanya sekali. Jangan teruskan pesan ini.`,
  ].join('\n');
}

/** Shows a code once, with the message that hands it over. */
export function Handover({ code, to }: { code: HandedCode; to: Recipient }) {
  const message = handoverMessage(code, to);
  return (
    <section className="handover stack" aria-labelledby="kode-baru">
      <h2 id="kode-baru">
        {code.purpose === 'invite' ? 'Kode undangan' : 'Kode atur ulang'} untuk {to.name}
      </h2>
      <p>Kode ini hanya ditampilkan sekali, di sini. Serahkan langsung kepada orangnya, misalnya lewat WhatsApp.</p>
      <p className="secret">{code.code}</p>
      <CopyButton text={code.code} label="Salin kode" />
      <p className="label">Pesan siap kirim</p>
      <pre>{message}</pre>
      <div className="row">
        <CopyButton text={message} label="Salin pesan" />
        {to.phone !== '' && (
          <a className="button" href={`https://wa.me/${to.phone}`} target="_blank" rel="noreferrer">
            Buka percakapan WhatsApp
          </a>
        )}
      </div>
      {code.purpose === 'reset' && (
        <p className="small muted">
          Semua sesi orang ini sudah diakhiri. Setelah kode dipakai, peran redaktur, redaktur pelaksana, dan admin
          menunggu diterima lagi oleh orang lain selain Anda.
        </p>
      )}
    </section>
  );
}
