import type { SignatureView } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment, roleName, signatureActLabels } from '#lib/newsroom/labels.ts';

/** Who stands for these words, and which signatures no longer count because the words changed. */
export function SignatureList({
  signatures,
  signerCount,
  timeZone,
}: {
  signatures: readonly SignatureView[];
  signerCount: number;
  timeZone: string;
}) {
  return (
    <section className="stack-tight" aria-labelledby="tanda-tangan">
      <h2 id="tanda-tangan">Tanda tangan</h2>
      <p>{countWords(signerCount)}</p>
      {signatures.length > 0 && (
        <ul className="stack-tight">
          {signatures.map((signature) => (
            <li key={`${signature.act}/${signature.at.toISOString()}`} className="signature">
              <span aria-hidden="true">{signature.onCurrentWords ? '✓' : '○'} </span>
              <strong>{signature.name}</strong>, {roleName(signature.role, signature.acting)}
              <br />
              <span className="small">
                {signatureActLabels[signature.act]}, {formatMoment(signature.at, timeZone)}
                {!signature.onCurrentWords &&
                  '. Kata-katanya sudah berubah sesudah itu, jadi tanda tangan ini tidak berlaku lagi.'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function countWords(count: number): string {
  switch (count) {
    case 0:
      return 'Belum ada tanda tangan pada kata-kata ini. Untuk terbit perlu dua orang, salah satunya redaktur.';
    case 1:
      return 'Satu orang menandatangani kata-kata ini. Untuk terbit perlu dua orang, salah satunya redaktur.';
    default:
      return `${count} orang menandatangani kata-kata ini.`;
  }
}
