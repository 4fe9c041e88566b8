/** Words not in standard form that are parts of many names of people, firms and places; left alone where a name may stand. */
export const wordsInNames: ReadonlySet<string> = new Set(
  `anugrah jagad putera puteri jaman rejeki bhakti komplek ikhlas iklas ijin kyai jendral kraton coklat apotik mushola musholla
   mesjid photo group express extra management galery gallery design designer studio cabe telor energy ustadz ustad taqwa hadits
   sholat faham hakekat karir otentik essay amandemen klenteng kristen shalawat pengrajin ferry taxi mie baso computer marathon handal samudera villa sunnah sutera sorga supir khasanah qurban syah tauladan`
    .split(/\s+/u)
    .filter(Boolean),
);
