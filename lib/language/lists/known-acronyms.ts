const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Abbreviations that readers know better than what they stand for: nobody needs them explained. */
export const knownAcronyms: ReadonlySet<string> = setOf(`
  DPR DPD MPR DPRD TNI POLRI PNS ASN PPPK CPNS KTP SIM NIK NIP NPWP STNK BPKB KIA SKCK PBB PKK PAUD SMP SMA SMK SLB MTS
  WIB WITA WIT APBD APBN UMKM BPJS JKN HUT PLN PDAM BUMN BUMD BUMDES RSUD RSUP RSIA KPK KPU BAWASLU MUI NKRI IKN SPBU LPG BBM
  BBN GPS USB HIV AIDS TBC DBD ATM PHK THR BLT BOS PPKM COVID UGD IGD ICU NICU SAR BPBD BNPB BMKG BPS BPOM BPN BRIN BNN BKN BKKBN
  BRI BNI BCA BTN OJK PPN KUHP HAM KDRT MTQ PON STQ FIFA PSSI KONI FORKI UNESCO UNICEF ASEAN WHO PMI OPD SKPD RPP SOP
  PDF JPG URL SMS WIFI CCTV DNA RAM CPU LED LCD HTML RSS QRIS GSM FAQ TVRI RRI RCTI ANTARA LKBN PWI AJI
  UMP UMK UUD RUU PERDA PERPU KRI KMP LRT MRT KRL SUV TOL RTH TPA TPS PJU APD APAR NTB NTT DKI DIY USD IDR VIP
  VOC PKI NII ITB UGM UPN ISI IPB UNJ SNBT SNBP UTBK ANBK LKS LCC MPLS OSIS TPQ TPA KUA MAN MIN KBRI WNI WNA TKI PMI
  LGBT SPSI KSPSI PGRI IDI PPNI IBI GOR PIN NGO LSM UKM STMIK STIE
  LCT KLM ADV UPTD SMAN SMPN SMKN SDN SDM PUPR ISBN XXL XXXL AKBP AKP POM CPO EYD KBBI`);

/** Abbreviations of other languages: their letters stand in another order than those of the Indonesian words. */
export const foreignAcronyms: ReadonlySet<string> = setOf(
  'GIS AI IT ICT WHO HRD SDGS SDG CSR GDP PR IQ EQ UN EU USA UK FBI NASA IMF ILO FAO UNDP WTO HIV',
);

/** Words that officers set in capitals to raise their voice. */
export const shoutedWords: ReadonlySet<string> = setOf(`
  TIDAK WAJIB GRATIS JANGAN STOP DAN YANG AWAS HATI INGAT AYO MARI BUKAN BEBAS BARU INFO PENTING SEMUA HARUS LULUS
  JUARA KAMI KITA SIAP ATAU UNTUK DARI PADA HARI TUTUP BUKA MASUK KELUAR DILARANG BACA JUGA SIMAK LIHAT BENAR SALAH HOAKS FAKTA`);

/** How some are written, where texts disagree. */
export const rightForms: ReadonlyMap<string, string> = new Map(
  `WITA WIB WIT BKKBN BPJS BMKG BUMN BUMD BUMDes UMKM Bappeda Bapenda Diskominfo Dinkes Disdikbud Dishub Samsat
   Puskesmas Posyandu Posbindu Musrenbang Pemprov Pemkab Pemkot Polri Basarnas Bakohumas Kominfo Satpol Bawaslu Kemenag`
    .split(/\s+/u)
    .filter(Boolean)
    .map((form) => [form.toLowerCase(), form]),
);
