import type { SectionId } from '#lib/ids.ts';
import { emptyWords, type Words } from '#lib/newsroom/article-input.ts';

/** Words without a blocking issue. */
export function completeWords(sectionId: SectionId | null, changes: Partial<Words> = {}): Words {
  return {
    ...emptyWords(),
    title: 'Puskesmas buka layanan imunisasi Sabtu pagi',
    lead: 'Warga dapat membawa anak ke puskesmas setiap Sabtu pagi tanpa mendaftar lebih dulu.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Layanan dibuka pukul 08.00.' }] }],
    },
    datelinePlace: 'Samarinda',
    sectionId,
    ...changes,
  };
}
