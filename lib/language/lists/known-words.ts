/** Words of today's newsrooms that the dictionary of 2014 does not know. */
export const knownWords: ReadonlySet<string> = new Set(
  `hoaks medsos daring luring surel tautan warganet swafoto siniar pranala unggah unduh gawai peladen peramban tagar siber nirkabel seluler aplikasi
   tengkes posbindu posyandu puskesmas puskesmas pustu poskesdes humas bimtek diklat rakor raker musrenbang pilkada pemilu pileg pilpres kades lurah sekda sekkab wabup wagub
   pemprov pemkab pemkot pemdes kemendagri bumdes satpol damkar polsek polres polda kodim koramil basarnas tagana karhutla`
    .split(/\s+/u)
    .filter(Boolean),
);
