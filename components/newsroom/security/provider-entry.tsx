/** The way in by the provider of sign-ins, before the form for passwords; the word that it is away while it is. */
export function ProviderEntry({ label, isThere, start }: { label: string; isThere: boolean; start: string }) {
  if (!isThere) {
    return (
      <p className="notice notice-warn">
        Penyedia identitas (“{label}”) sedang tidak dapat dihubungi. Masuk dengan kata sandi, atau coba lagi beberapa
        menit lagi.
      </p>
    );
  }
  return (
    <>
      <a className="button button-main provider-entry" href={start}>
        {label}
      </a>
      <p className="divided muted small">atau dengan kata sandi</p>
    </>
  );
}
