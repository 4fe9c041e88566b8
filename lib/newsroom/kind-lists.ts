import type { ListedKind } from '#lib/urls.ts';

/** What the list of each kind is called, and what it holds, in a sentence for search engines. */
export const kindListWords: Readonly<Record<ListedKind, { title: string; description: string }>> = {
  press_release: {
    title: 'Siaran Pers',
    description: 'Siaran pers dengan nomor, narahubung, dan foto untuk media.',
  },
  announcement: { title: 'Pengumuman', description: 'Pengumuman resmi beserta masa berlakunya.' },
  hoax_clarification: { title: 'Klarifikasi', description: 'Klarifikasi atas kabar yang tidak benar.' },
  gallery: { title: 'Galeri Foto', description: 'Peristiwa dalam rangkaian foto.' },
  infographic: { title: 'Infografis', description: 'Informasi dalam gambar, lengkap dengan alternatif teks.' },
  speech: { title: 'Pidato dan Sambutan', description: 'Naskah pidato dan sambutan pimpinan daerah.' },
  agenda_event: { title: 'Agenda', description: 'Acara dan konferensi pers yang akan datang.' },
};
