import { type DemoArticle, p, shot } from '../writing.ts';

const lines = (...texts: string[]) => texts.join('\n');

/** Pictures that speak, with everything they say in words beside them. */
export const infographics: readonly DemoArticle[] = [
  {
    key: 'info-air-minum',
    kind: 'infographic',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: ['sungai'],
    regencies: [],
    infoClass: 'on_request',
    when: { daysAgo: 12, at: '08.30' },
    related: ['air-sungai'],
    story: { to: 'published' },
    write: () => ({
      title: 'Infografis: Air Sungai Menjadi Air Minum',
      lead: 'Empat langkah di rumah: endapkan, saring, rebus, lalu simpan dalam wadah bertutup.',
      summary: 'Empat langkah mengolah air sungai menjadi air minum di rumah.',
      datelinePlace: '',
      cover: shot(
        'info-water',
        'Infografis empat langkah mengolah air sungai: endapkan, saring, rebus, simpan. Isi lengkapnya ada di bawah gambar.',
        'Boleh dicetak dan ditempel di dapur atau posyandu.',
      ),
      details: {
        textAlternative: lines(
          'Air Sungai Menjadi Air Minum. Empat langkah di rumah.',
          '1. Endapkan. Diamkan air dalam ember selama 30 menit, sampai lumpur turun ke dasar.',
          '2. Saring. Tuang perlahan lewat kain bersih yang dilipat empat.',
          '3. Rebus. Panaskan sampai mendidih, lalu tunggu satu menit lagi.',
          '4. Simpan. Pindahkan ke wadah bertutup. Ambil dengan gayung bersih.',
          'Infografis contoh: Ruang Warta.',
        ),
      },
      sources: [{ name: 'Dinas Kesehatan (contoh)', detail: 'Panduan air minum rumah tangga, edisi contoh' }],
      body: [p('Air yang berbau minyak atau berubah warna tidak boleh diolah dengan cara ini. Laporkan ke puskesmas.')],
    }),
  },
  {
    key: 'info-isi-karung',
    kind: 'infographic',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['sampah'],
    regencies: [],
    infoClass: 'on_request',
    when: { daysAgo: 3, at: '09.40' },
    related: ['bank-sampah'],
    story: { to: 'published' },
    write: () => ({
      title: 'Infografis: Isi Satu Karung Bank Sampah',
      lead: 'Botol plastik paling berat, kaca paling sedikit. Gambar ini memperlihatkan isi satu karung menurut berat, dengan angka contoh.',
      summary: 'Isi satu karung bank sampah menurut berat, dengan angka contoh.',
      datelinePlace: '',
      cover: shot(
        'info-waste',
        'Diagram batang isi karung bank sampah menurut berat. Angka lengkapnya ada di bawah gambar.',
        'Seluruh angka adalah contoh.',
      ),
      details: {
        textAlternative: lines(
          'Isi Satu Karung Bank Sampah. Bagian menurut berat. Seluruh angka adalah contoh.',
          'Botol dan gelas plastik: 42%.',
          'Kertas dan kardus: 31%.',
          'Logam: 17%.',
          'Kaca: 10%.',
          'Infografis contoh: Ruang Warta.',
        ),
      },
      sources: [{ name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Angka dikarang untuk contoh' }],
      body: [],
    }),
  },
];
