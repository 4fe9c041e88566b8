/** Asks the second signer over WhatsApp: a plain link with a ready text, until there are notices of our own. */
export function ConfirmationLink({
  phone,
  name,
  title,
  address,
}: {
  phone: string;
  name: string | null;
  title: string;
  address: string;
}) {
  const text = `${name === null ? 'Halo' : `Yth. ${name}`}, naskah “${title}” sudah disunting dan disetujui redaksi. Mohon baca, lalu setujui suntingannya di ${address}`;
  return (
    <p>
      <a
        className="button"
        href={`https://wa.me/${phone}?text=${encodeURIComponent(text)}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        Minta konfirmasi lewat WhatsApp
      </a>
    </p>
  );
}
