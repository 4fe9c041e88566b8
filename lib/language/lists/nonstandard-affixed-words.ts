/** Words whose fault lies in the affix: whole forms, since no rule of roots makes them. */
export const nonstandardAffixedWords = `
berobah berubah, berterimakasih berterima kasih, dikelolah dikelola, dikenyampingkan dikesampingkan,
diminimalisir diminimalkan, dioptimalisir dioptimalkan, dirobah diubah, dirubah diubah, disyahkan disahkan,
diterlantarkan ditelantarkan, ditolerir ditoleransi, ditrapkan diterapkan, ketauladanan keteladanan,
memaksimalisir memaksimalkan, meminimalisir meminimalkan, memrakarsai memprakarsai, memroduksi memproduksi,
memroses memproses, memrotes memprotes, mencek mengecek, mengelolah mengelola, mengenyampingkan mengesampingkan,
mengeritik mengkritik, mengetrapkan menerapkan, mengoptimalisir mengoptimalkan, mengrubah mengubah,
menolerir menoleransi, mensahkan mengesahkan, menstransfer mentransfer, mensyahkan mengesahkan,
mentelantarkan menelantarkan, menterlantarkan menelantarkan, mentertawakan menertawakan, mentes mengetes,
mentolerir menoleransi, menyintai mencintai, merobah mengubah, merubah mengubah, pengelolahan pengelolaan,
pengerajin perajin, pengetrapan penerapan, pengolaan pengelolaan, pengrajin perajin, pengrusak perusak,
pengrusakan perusakan, pensahan pengesahan, perobahan perubahan`;
