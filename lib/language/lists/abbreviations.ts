/** Hasty abbreviations that a text for readers writes out. */
export const hastyAbbreviations: ReadonlyMap<string, string> = new Map([
  ['yg', 'yang'], ['utk', 'untuk'], ['dgn', 'dengan'], ['tsb', 'tersebut'], ['krn', 'karena'], ['dlm', 'dalam'], ['sdh', 'sudah'], ['blm', 'belum'], ['tdk', 'tidak'], ['jg', 'juga'],
  ['bhw', 'bahwa'], ['pd', 'pada'], ['kpd', 'kepada'], ['thd', 'terhadap'], ['tgl', 'tanggal'], ['thn', 'tahun'], ['bln', 'bulan'], ['hrs', 'harus'], ['spt', 'seperti'], ['sbg', 'sebagai'], ['ttg', 'tentang'], ['org', 'orang'], ['dpt', 'dapat'], ['jml', 'jumlah'], ['bpk', 'bapak'], ['sdr', 'saudara'],
]);

/** Abbreviations that end with a full stop. */
export const stoppedAbbreviations: ReadonlySet<string> = new Set(['dll', 'dsb', 'dst', 'dkk']);

/** Abbreviations with a slash, and what EYD writes. */
export const slashedAbbreviations: ReadonlyMap<string, string> = new Map([
  ['s/d', 's.d.'],
  ['a/n', 'a.n.'],
  ['d/a', 'd.a.'],
  ['u/p', 'u.p.'],
  ['u/b', 'u.b.'],
]);

/** Academic degrees: letters only, in small, and the way they are written. */
export const degrees: ReadonlyMap<string, string> = new Map([
  ['sh', 'S.H.'], ['se', 'S.E.'], ['st', 'S.T.'], ['ss', 'S.S.'], ['sp', 'S.P.'], ['spt', 'S.Pt.'], ['spi', 'S.Pi.'], ['spd', 'S.Pd.'], ['spdi', 'S.Pd.I.'], ['sag', 'S.Ag.'], ['ssos', 'S.Sos.'], ['sip', 'S.I.P.'], ['sikom', 'S.I.Kom.'], ['skom', 'S.Kom.'], ['skm', 'S.K.M.'], ['skep', 'S.Kep.'], ['sked', 'S.Ked.'], ['ssi', 'S.Si.'], ['sstp', 'S.STP.'], ['shut', 'S.Hut.'], ['spsi', 'S.Psi.'],
  ['sap', 'S.A.P.'], ['sds', 'S.Ds.'], ['ssn', 'S.Sn.'], ['smn', 'S.Mn.'], ['str', 'S.Tr.'], ['mh', 'M.H.'], ['mm', 'M.M.'], ['mt', 'M.T.'], ['ma', 'M.A.'], ['mp', 'M.P.'], ['mpd', 'M.Pd.'], ['msi', 'M.Si.'], ['msc', 'M.Sc.'], ['mkes', 'M.Kes.'], ['mkom', 'M.Kom.'], ['mikom', 'M.I.Kom.'], ['map', 'M.A.P.'], ['mba', 'M.B.A.'], ['mhum', 'M.Hum.'], ['mkn', 'M.Kn.'], ['mkm', 'M.K.M.'], ['mak', 'M.Ak.'], ['mag', 'M.Ag.'],
  ['mling', 'M.Ling.'], ['meng', 'M.Eng.'], ['phd', 'Ph.D.'],
]);
