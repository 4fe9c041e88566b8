/** A host before a decision: its true name, its own letters, and what it only looks like. */
export function HostName({
  name: { host, shown, looksLike },
}: {
  name: { host: string; shown: string; looksLike: string | null };
}) {
  return (
    <>
      <p className="wraps">
        <strong>{shown}</strong>
        {shown !== host && <span className="muted"> ({host})</span>}
      </p>
      {looksLike !== null && (
        <p className="notice notice-danger">
          Awas huruf tiruan: alamat ini hanya mirip <b>{looksLike}</b>.
        </p>
      )}
    </>
  );
}
