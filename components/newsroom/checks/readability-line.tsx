import type { Readability } from '#lib/language/readability.ts';

const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** How hard the article is to read, with what the number means. */
export function ReadabilityLine({ readability }: { readability: Readability | null }) {
  if (readability === null || readability.lix === null) return null;
  const { lix, meaning, words, sentences, wordsPerSentence, longWords, readingMinutes } = readability;
  return (
    <details className="finding-group readability">
      <summary>
        <h3>Keterbacaan: LIX {lix}</h3>
      </summary>
      <p>{meaning}</p>
      <p className="small muted">
        LIX menghitung panjang kalimat dan banyaknya kata panjang. Semakin kecil angkanya, semakin mudah dibaca.
      </p>
      <dl>
        <Fact name="Kata" value={number.format(words)} />
        <Fact name="Kalimat" value={number.format(sentences)} />
        <Fact name="Kata per kalimat" value={number.format(wordsPerSentence)} />
        <Fact name="Kata panjang" value={`${longWords}%`} />
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
