/** Words for a photo, as offices write them in a line of their own. */
export type PhotoLine = { caption: string; credit: string; isCertain: boolean };

/**
 * A line about a photo: `Foto: Budi/Adpim`, `Keterangan foto: …`, `KEGIATAN - keterangan - kredit`; undefined for
 * words of the text.
 */
export function photoLineOf(text: string): PhotoLine | undefined {
  if (text.length > 400) return undefined;
  const line = text.replace(/^\((.*)\)$/u, '$1').trim();
  const both =
    /^(?:keterangan(?: foto)?|caption|ket\.? ?foto)\s*:\s*(.{3,300}?)(?:\s*[(–—-]\s*(?:foto|dok\.?|doc\.?|kredit)\s*:\s*(.{2,120}?)\)?)?$/iu.exec(
      line,
    );
  if (both !== null) return { caption: (both[1] ?? '').trim(), credit: (both[2] ?? '').trim(), isCertain: true };
  const credit =
    /^(?:foto|sumber foto|kredit foto|dok(?:umentasi)?\.?|photo)\s*(?::|\s(?=[A-Z]))\s*(?:oleh\s*:?\s*)?(.{2,120})$/iu.exec(
      line,
    );
  if (credit !== null && (credit[1] ?? '').split(' ').length <= 8 && !/[.!?]$/.test(line)) {
    return { caption: '', credit: (credit[1] ?? '').trim(), isCertain: /^[^:]{2,20}:/.test(line) };
  }
  const parts = line.split(/\s+[-–—]\s+/);
  const [heading = '', ...rest] = parts;
  if (rest.length < 2 || !/^[\p{Lu}\d][\p{Lu}\d .,'&/]{2,60}$/u.test(heading)) return undefined;
  const last = rest.at(-1) ?? '';
  if (last.split(' ').length > 6) return undefined;
  return {
    caption: rest.slice(0, -1).join(' – ').trim(),
    credit: last.replace(/^foto\s*:\s*/i, '').trim(),
    isCertain: false,
  };
}
