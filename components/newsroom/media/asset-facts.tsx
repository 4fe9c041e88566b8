import type { AssetPage } from '#lib/library/library-shapes.ts';
import { formatBytes, formatDate, formatMoment } from '#lib/newsroom/labels.ts';
import { originLabels } from '#lib/richtext/origin-words.ts';
import { rightsText } from './library-words.ts';

/** What is known of a file, as lines; those that can be changed only where they cannot be changed below. */
export function AssetFacts({ asset, timeZone, isWhole }: { asset: AssetPage; timeZone: string; isWhole: boolean }) {
  const facts: [string, string][] = [
    ['Nama berkas', asset.fileName],
    ['Perangkat daerah', asset.agencyName],
    ['Diunggah', `${formatMoment(asset.uploadedAt, timeZone)} oleh ${asset.uploadedBy}`],
    [
      'Ukuran',
      asset.kind === 'photo'
        ? `${asset.width} × ${asset.height} piksel, ${formatBytes(asset.bytes)}`
        : formatBytes(asset.bytes),
    ],
  ];
  if (isWhole) {
    facts.push(
      ['Keterangan', asset.caption],
      ['Teks alternatif', asset.alt],
      ['Kredit', asset.credit],
      ['Asal', originLabels[asset.origin]],
      ['Tanggal pengambilan', asset.takenOn === null ? '' : formatDate(asset.takenOn)],
      ['Tempat pengambilan', asset.takenAt],
      ['Syarat pemakaian', asset.terms],
      ['Izin', rightsText(asset.rightsUntil, asset.rights)],
    );
  }
  return (
    <dl className="asset-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
