/** Words of everyday speech that have no place in a text of the office, except in somebody's own words. Never with affixes. */
export const colloquialWords = `
bagaimna bagaimana, cuman hanya, dapet dapat, gak tidak, gimana bagaimana, gitu begitu, kalo kalau, karna karena, kemaren kemarin, makasih terima kasih,
masi masih, nerapin menerapkan, ngga tidak, nggak tidak, enggak tidak, sampe sampai, temen teman, trimakasih terima kasih, udah sudah, banget sekali, ngasih memberi, bikinin membuatkan`;
