import type { Photo } from './photos.tsx';

/** The picture itself, or in words why there is none yet. */
export function PhotoPicture({ photo, alt }: { photo: Photo | undefined; alt: string }) {
  if (photo === undefined || photo.state === 'missing')
    return <p className="photo-word">Foto ini tidak ditemukan. Hapus, lalu unggah ulang.</p>;
  if (photo.state === 'withdrawn')
    return <p className="photo-word">Foto ini sudah ditarik dan tidak tampil bagi pembaca.</p>;
  if (photo.state === 'failed')
    return <p className="photo-word">{photo.failure ?? 'Foto ini gagal diolah. Hapus atau unggah ulang.'}</p>;
  if (photo.isAway)
    return <p className="photo-word">Foto ini sudah di peladen. Gambarnya tampil lagi begitu tersambung.</p>;
  return (
    <div className="photo-frame">
      {photo.source === null ? null : (
        // The rendition's own size is unknown here, and the editor's column sets its width.
        <img src={photo.source} alt={alt === '' ? photo.fileName : alt} loading="lazy" />
      )}
      {photo.state === 'processing' && <p className="photo-word">Foto sedang diolah. Anda dapat terus menulis.</p>}
    </div>
  );
}
