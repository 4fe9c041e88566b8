/**
 * Every column of the database and whether it is about a person: the register of processing (UU 27/2022, Pasal 31).
 * A column without its word here fails the test; what each group is for, on what ground and how long it is kept is
 * told in docs/keamanan.md, "Data pribadi".
 */
export type DataGroup = {
  name: string;
  purpose: string;
  /** The ground of UU 27/2022, Pasal 20 ayat (2). */
  ground: string;
  kept: string;
};

const publicTask = 'tugas pelayanan publik (huruf e)';
const duty = 'kewajiban hukum (huruf c)';

export const dataGroups = {
  account: {
    name: 'Identitas akun',
    purpose: 'masuk, menandatangani naskah, dihubungi tentang naskah',
    ground: publicTask,
    kept: 'nama selama tanda tangannya berlaku; surel dan nomor sampai data diri dihapus',
  },
  signIn: {
    name: 'Masuk dan sesi',
    purpose: 'memastikan siapa yang masuk, memperlihatkan perangkat kepada pemiliknya',
    ground: publicTask,
    kept: '90 hari setelah sesi atau kode berakhir',
  },
  duty: {
    name: 'Peran, cuti, dan serah terima',
    purpose: 'menentukan siapa boleh apa, dan antrean tidak menunggu yang cuti',
    ground: publicTask,
    kept: 'selama jejak audit ada; catatan cuti sampai data diri dihapus',
  },
  presence: {
    name: 'Tanda hadir di naskah',
    purpose: 'dua orang tidak saling menimpa tulisan',
    ground: publicTask,
    kept: '2 hari',
  },
  work: {
    name: 'Pekerjaan redaksi',
    purpose: 'siapa menulis, mengunggah, memeriksa, dan memutuskan apa',
    ground: publicTask,
    kept: 'selama naskah atau artikelnya ada',
  },
  record: {
    name: 'Jejak audit dan tanda tangan',
    purpose: 'membuktikan siapa menyetujui kata-kata yang dibaca warga',
    ground: duty,
    kept: 'tetap, sebagai arsip',
  },
  news: {
    name: 'Pemberitahuan dan surel',
    purpose: 'memberi tahu pekerjaan yang menunggu',
    ground: publicTask,
    kept: 'pemberitahuan 180 hari, surel 60 hari; isi surel dihapus begitu terkirim',
  },
  guests: {
    name: 'Tamu pratinjau dan wartawan',
    purpose: 'narasumber memeriksa kutipannya; siapa membaca naskah embargo',
    ground: 'persetujuan (huruf a)',
    kept: 'kontak sampai dihapus redaksi; catatan baca embargo 730 hari',
  },
  officials: {
    name: 'Pejabat dan narahubung kantor',
    purpose: 'nama dan jabatan yang benar di berita, kantor dapat dihubungi warga',
    ground: publicTask,
    kept: 'sampai redaksi menghapusnya dari daftar',
  },
  texts: {
    name: 'Orang dalam berita dan foto',
    purpose: 'pemberitaan; kredit dan persetujuan foto',
    ground: publicTask,
    kept: 'selama artikelnya ada',
  },
} as const satisfies Record<string, DataGroup>;

type Groups = Partial<Record<keyof typeof dataGroups, string>>;

/** The columns of each table, by group; `plain` is about no person. */
export const dataRegister: Readonly<Record<string, Groups & { plain: string }>> = {
  absences: { duty: 'userId startsAt endsAt note createdBy', plain: 'id createdAt endedAt' },
  accountCodes: { signIn: 'userId purpose codeHash createdBy createdAt expiresAt usedAt', plain: 'id' },
  agencies: {
    officials: 'headName headTitle phone email',
    plain:
      'id portalId slug name shortName kind address hasVerification verifyWithinMinutes isActive version createdAt',
  },
  alarms: { work: 'settledBy', plain: 'id kind subject portalId editionId text detail raisedAt settledAt' },
  articleLinkHosts: { plain: 'articleId host' },
  articleImports: { work: 'by', plain: 'articleId fileName report at' },
  articles: { work: 'createdBy', plain: 'id portalId agencyId slug firstPublishedAt isConfidential createdAt' },
  assets: {
    work: 'uploadedBy withdrawnBy',
    texts: 'fileName caption credit takenAt showsChild hasConsent',
    plain:
      'id portalId agencyId uploadedAt kind hash mediaType bytes width height focalX focalY state failure placeholder colour publicSince withdrawnAt withdrawReason version alt terms takenOn origin rightsUntil sharedAt keptAt derivedFrom searchWords',
  },
  backupRuns: { plain: 'id kind startedAt endedAt file isWhole isEncrypted bytes rows mediaFiles problems' },
  chainChecks: { plain: 'id at checked headHash brokenAt editions wrongEditions' },
  chainHeads: { plain: 'day seq headHash at witness witnessedAt' },
  checkFindings: { work: 'userId', plain: 'editionId rule count at' },
  coWriters: { work: 'userId addedBy', plain: 'editionId addedAt' },
  commentMentions: { work: 'userId', plain: 'commentId seenAt' },
  comments: {
    work: 'userId text resolvedBy',
    guests: 'guestName',
    plain: 'id articleId editionId parentId place quote prefix suffix at resolvedAt',
  },
  daysOff: { plain: 'portalId day kind name source' },
  decisionNotes: { record: 'text by', plain: 'id editionId verb reasonCode place at isPublic' },
  editionAssets: { plain: 'editionId assetId' },
  editions: {
    work: 'createdBy lastTypedBy submittedBy claimedBy approvedBy fastLaneBy escalatedTo assignedTo assignedBy scheduledBy',
    texts: 'credits sources',
    plain:
      'id articleId number agencyId state version createdAt kind title lead summary body cover attachments details jointAgencyIds sponsored datelinePlace eventDate regencyCodes infoClass changeType publicNote sectionId topicIds relatedIds pinnedUntil lastSaveId lastTypedAt submittedAt claimableAtOnce claimedAt claimedFrom claimedHash approvedAt approvalOutcome embargoUntil scheduledFor fastLaneReason secondReviewDueAt secondReviewedAt publishedAt retractedAt retractReason retractHidesTitle retractReviewDueAt retractReviewedAt retractedFrom mergedInto discardedAt discardedFrom purgedAt waitingSince targetAt escalation escalatedAt escalatesAt verifyDueAt openedToDeskAt assignedAt dueAt priority scheduledHash scheduleFailedAt scheduleAttempts scheduleFailure contentHash cardMac cardKeyId',
  },
  embargoPasses: {
    guests: 'userId contactId createdBy revokedBy',
    plain: 'id articleId tokenHash createdAt revokedAt',
  },
  embargoReadings: { guests: 'at mark device', plain: 'id passId' },
  events: {
    record: 'actorId subjectId detail',
    plain: 'seq at portalId actorRole verb articleId editionId agencyId fromState toState previousHash hash',
  },
  figures: { plain: 'id portalId label value asOf source version' },
  findingOverrides: { work: 'by', plain: 'id articleId editionId rule subject reason at' },
  frontChoices: { work: 'chosenBy', plain: 'portalId slot articleId until chosenAt' },
  generationChanges: { plain: 'portalId generation names at' },
  handovers: {
    duty: 'fromUserId toUserId reason begunBy finishedBy',
    plain: 'id portalId ticked begunAt finishedAt version',
  },
  heldPosts: { officials: 'personId title fromDay untilDay', plain: 'id agencyId isActing version' },
  houseNames: { work: 'proposedBy decidedBy', plain: 'id portalId word state proposedAt decidedAt' },
  installFacts: { plain: 'name value at' },
  linkHosts: { work: 'by', plain: 'portalId host decision note at' },
  listed: { plain: 'portalId list at articleId' },
  mailTimes: { news: 'userId', plain: 'quietFrom quietUntil digestAt digestOff version' },
  mails: {
    news: 'userId recipient subject body headers',
    plain: 'id kind onceKey createdAt sentAt attempts underWaySince failure failedAt',
  },
  memberships: {
    duty: 'userId role grantedBy acceptedBy startsAt endsAt inPlaceOf endedBy',
    plain: 'id portalId agencyId grantedAt effectiveAt delegation endedAt',
  },
  namedPeople: { work: 'userId', plain: 'articleId' },
  notificationChoices: { news: 'userId', plain: 'kind mail' },
  notifications: { news: 'userId readAt', plain: 'id portalId kind eventSeq articleId editionId at mailedAt mail' },
  oldAddresses: { plain: 'portalId address articleId at' },
  plainWords: { plain: 'id portalId expression plain note version' },
  portals: {
    officials: 'contactEmail contactPhone',
    plain:
      'id slug name tagline hosts timeZone datelineTemplate address isDemo deskSettings generation version createdAt',
  },
  presences: { presence: 'tabId userId typedAt seenAt', plain: 'editionId' },
  pressContacts: { guests: 'name outlet email phone note', plain: 'id portalId isActive version' },
  previewLinks: {
    guests: 'guestName openings lastOpenedAt',
    work: 'createdBy revokedBy',
    plain: 'id articleId editionId tokenHash mayComment createdAt expiresAt revokedAt comments',
  },
  publishedParagraphs: { plain: 'editionId fingerprint' },
  queueEntries: {
    work: 'createdBy claimedBy assignedTo',
    plain:
      'editionId articleId portalId agencyId agencyIds isConfidential state kind title priority urgency waitingSince lateAt dueAt verifierUntil',
  },
  recoveryCodes: { signIn: 'userId codeHash createdAt usedAt', plain: 'id' },
  redirects: { plain: 'portalId oldSlug articleId at' },
  regencies: { plain: 'portalId code name' },
  registerVersions: { plain: 'portalId version' },
  registeredPeople: { officials: 'name', plain: 'id portalId version createdAt' },
  regulations: { plain: 'id portalId kind number year subject isVerified version' },
  renditions: { plain: 'id assetId shape format width height bytes key' },
  returnReasons: { plain: 'portalId code label position isActive version' },
  revisions: {
    work: 'by',
    plain: 'id editionId words contentHash reason verb baseVersion startedAt at settledAt restoredFrom',
  },
  savedViews: { work: 'userId name query', plain: 'id position isDefault' },
  searchEntries: { plain: 'articleId portalId kind sectionId agencyIds regencyCodes at words pairs' },
  searchHeadings: { plain: 'articleId words' },
  searchWords: { plain: 'portalId word uses' },
  seats: { presence: 'holderId typedAt seenAt askedBy', plain: 'editionId since askedAt' },
  secondFactors: {
    signIn: 'userId kind name createdAt lastUsedAt secret credentialId publicKey counter transports isSynced lastStep',
    plain: 'id',
  },
  sections: { plain: 'id portalId slug name position isActive version' },
  sessions: {
    signIn: 'tokenHash userId createdAt lastSeenAt expiresAt revokedAt device assurance owesSecondStep confirmedAt',
    plain: 'id',
  },
  shareCards: { plain: 'editionId contentHash key bytes drawnAt mac keyId' },
  signatureVoids: { record: 'reason by', plain: 'signatureId at' },
  signatures: { record: 'userId', plain: 'id editionId contentHash role act at mac keyId' },
  siteChecks: { plain: 'id begunAt endedAt isWhole addresses answers articles wrong findings' },
  similarEditions: { plain: 'editionId otherId likeness isSameEvent foundAt' },
  suggestions: {
    work: 'replacement note userId decidedBy',
    plain: 'id articleId editionId place quote prefix suffix at state decidedAt',
  },
  toldEvents: { plain: 'name seq' },
  topics: { plain: 'id portalId slug name version' },
  users: {
    account: 'id email name phone',
    signIn: 'passwordHash suspendedAt suspendedForAbuse dormancyWarnedAt',
    plain: 'version createdAt',
  },
};
