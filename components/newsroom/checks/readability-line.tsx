import type { Readability } from '#lib/language/readability.ts';

const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** How hard the article is to read, with what the number means. */
export function ReadabilityLine({ readability }: { readability: Readability | null }) {
  if (readability === null || readability.words === 0) return null;
  const { lix, meaning, words, sentences, meanSentenceLength, readingMinutes } = readability;
  return (
    <details className="finding-group readability">
      <summary>
        <h3>
          LIX {Math.round(lix)}: {meaning}
        </h3>
      </summary>
      <p className="small muted">
        LIX menghitung panjang kalimat dan banyaknya kata panjang. Semakin kecil angkanya, semakin mudah dibaca.
      </p>
      <dl>
        <Fact name="Kata" value={number.format(words)} />
        <Fact name="Kalimat" value={number.format(sentences)} />
        <Fact name="Kata per kalimat" value={number.format(meanSentenceLength)} />
        <Fact name="Waktu baca" value={`${number.format(readingMinutes)} menit`} />
      </dl>
    </details>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
