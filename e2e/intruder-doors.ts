import {
  admin,
  agencyFields,
  contact,
  csv,
  type Door,
  desk,
  door,
  draft,
  everybody,
  type Fields,
  facts,
  figure,
  type Ids,
  items,
  keepers,
  live,
  one,
  operators,
  personFields,
  plainWord,
  portal,
  post,
  quiet,
  reason,
  regulation,
  settlers,
  targets,
  tomorrow,
  versioned,
  waiting,
} from './intruder-fields.ts';
import type { Visitor } from './intruder-visitors.ts';

const redaksi = 'app/(newsroom)/redaksi';
const naskah = `${redaksi}/naskah/[articleId]`;

/** Under `file#export`, as the build names it. An action without a line fails the test. */
export const doors: Readonly<Record<string, Door>> = {
  ...inFile(`${redaksi}/actions.ts`, {
    createArticle: door(one('agencyId', 'agencyId', { kind: 'news' }), ['writer', ...desk]),
    draftFromEvent: door((ids) => ({ agencyId: ids['foreignAgencyId'] ?? '', eventId: ids['draftArticle'] ?? '' })),
    copyArticle: door(one('articleId', 'draftArticle'), ['writer', ...desk]),
    signOut: door(() => ({}), everybody),
  }),
  ...inFile(`${redaksi}/admin/alasan/actions.ts`, {
    addReasonAction: door(portal({ label: 'Palsu' }), admin),
    editReasonAction: door(portal({ code: 'language', version: '0', label: 'Palsu' }), admin),
    moveReasonAction: door(portal({ code: 'language', direction: 'up' }), admin),
  }),
  ...inFile(`${redaksi}/admin/delegasi/actions.ts`, {
    delegateRoleAction: door(
      (ids) => ({
        ...{ userId: ids['userId'] ?? '', portalId: ids['portalId'] ?? '', role: 'editor', agencyId: '' },
        ...{ kind: 'leave', inPlaceOf: '', from: '2026-12-01', until: '2026-12-05' },
      }),
      settlers,
    ),
    endDelegationAction: door(one('membershipId', 'membership'), settlers),
    recordAbsenceAction: door(
      (ids) => ({
        ...{ userId: ids['userId'] ?? '', portalId: ids['portalId'] ?? '' },
        ...{ note: '', from: '2026-12-01', until: '2026-12-05' },
      }),
      settlers,
    ),
    endAbsenceAction: door(one('absenceId', 'absence'), settlers),
    takeLeaveAction: door(() => ({ from: '2026-12-01', until: '2026-12-05', note: '', standInId: '' }), everybody),
  }),
  ...inFile(`${redaksi}/admin/hari-libur/actions.ts`, {
    addDayOffAction: door(portal({ day: '2027-05-05', kind: 'national_holiday', name: 'Palsu', source: '' }), admin),
    previewDaysOffAction: door(
      portal({ file: csv('tanggal;jenis;nama;sumber\n2027-05-05;libur nasional;Palsu;SKB\n') }),
      admin,
    ),
    removeDayOffAction: door(portal({ day: '2027-05-05' }), admin),
    takeDaysOffAction: door(
      portal({ text: 'tanggal;jenis;nama;sumber\n2027-05-05;libur nasional;Palsu;SKB\n' }),
      admin,
    ),
    takeDecreeAction: door(portal({ year: '2026' }), admin),
  }),
  ...inFile(`${redaksi}/admin/jam-layanan/actions.ts`, {
    setWeekAction: door(portal({ version: '1', from0: '08:00', until0: '09:00' }), admin),
  }),
  ...inFile(`${redaksi}/admin/kanal/actions.ts`, {
    createSectionAction: door(portal({ name: 'Palsu', slug: 'palsu' }), admin),
    editSectionAction: door(versioned('sectionId', 'sectionId', { name: 'Palsu' }), admin),
    moveSectionAction: door(versioned('sectionId', 'sectionId', { direction: 'up' }), admin),
  }),
  ...inFile(`${redaksi}/admin/opd/actions.ts`, {
    createAgencyAction: door(portal(agencyFields), admin),
    editAgencyAction: door(versioned('agencyId', 'agencyId', agencyFields), admin),
  }),
  ...inFile(`${redaksi}/admin/orang/actions.ts`, {
    createPersonAction: door(() => personFields, ['admin', 'elsewhereAdmin']),
    editPersonAction: door(versioned('userId', 'userId', personFields), admin),
    endRoleAction: door(one('membershipId', 'membership'), admin),
    endSessionsAction: door(one('userId', 'userId'), admin),
    removeSecondFactorAction: door(one('userId', 'userId', { reason }), admin),
    eraseAction: door(versioned('userId', 'userId', { reason }), admin),
    grantRoleAction: door(
      (ids) => ({ userId: ids['userId'] ?? '', portalId: ids['portalId'] ?? '', role: 'admin', agencyId: '' }),
      admin,
    ),
    issueCodeAction: door(one('userId', 'userId'), admin),
    suspendAction: door(versioned('userId', 'userId', { reason }), admin),
    unsuspendAction: door(versioned('userId', 'userId'), admin),
  }),
  ...inFile(`${redaksi}/admin/orang/impor/actions.ts`, {
    previewPeopleAction: door(
      portal({ file: csv('nama;surel;whatsapp;peran;perangkat daerah\nPalsu;palsu@contoh.example;;;\n') }),
      admin,
    ),
    takePeopleAction: door(
      portal({ text: 'nama;surel;whatsapp;peran;perangkat daerah\nPalsu;palsu@contoh.example;;;\n' }),
      admin,
    ),
  }),
  ...inFile(`${redaksi}/admin/orang/undang/actions.ts`, {
    mailInvitesAction: door(one('userIds', 'userId'), admin),
    printInvitesAction: door(one('userIds', 'userId'), admin),
  }),
  ...inFile(`${redaksi}/admin/pengalihan/actions.ts`, {
    addRedirectAction: door(
      (ids) => ({ portalId: ids['portalId'] ?? '', address: '/lama/palsu', target: `/berita/${ids['liveSlug']}` }),
      admin,
    ),
    removeRedirectAction: door(portal({ address: '/lama/palsu' }), admin),
  }),
  ...inFile(`${redaksi}/admin/peran/actions.ts`, {
    acceptGrantAction: door(one('membershipId', 'membership'), settlers),
    declineGrantAction: door(one('membershipId', 'membership'), settlers),
  }),
  ...inFile(`${redaksi}/admin/portal/actions.ts`, {
    editPortalAction: door(
      portal({
        ...{ version: '1', name: 'Portal Palsu', tagline: '', datelineTemplate: '{tempat} –' },
        ...{ timeZone: 'Asia/Makassar', contactEmail: '', contactPhone: '', address: '', witnessEmail: '' },
      }),
      admin,
    ),
  }),
  ...inFile(`${redaksi}/admin/serah-terima/actions.ts`, {
    beginHandoverAction: door(
      (ids) => ({ portalId: ids['portalId'] ?? '', fromUserId: ids['userId'] ?? '', toUserId: '', reason }),
      settlers,
    ),
    // There is none: whoever asks hears the same.
    settleLineAction: door(one('handoverId', 'session', { key: 'drafts' })),
    tickHandoverAction: door(versioned('handoverId', 'session')),
    finishHandoverAction: door(versioned('handoverId', 'session', { reason: '' })),
  }),
  ...inFile(`${redaksi}/admin/surel/actions.ts`, {
    sendAgainAction: door(one('mailId', 'session')),
    sendTestMailAction: door(() => ({}), ['admin', 'elsewhereAdmin']),
  }),
  ...inFile(`${redaksi}/admin/target/actions.ts`, {
    setTargetsAction: door(portal({ version: '1', kind: 'news', ...targets }), admin),
    followOtherKindsAction: door(portal({ version: '1', kind: 'news' }), admin),
    setEscalationAction: door(portal({ version: '1', managingEditor: '10', leader: '20' }), admin),
  }),
  ...inFile(`${redaksi}/admin/topik/actions.ts`, {
    createTopicAction: door(portal({ name: 'Palsu', slug: 'palsu' }), admin),
    renameTopicAction: door(versioned('topicId', 'topic', { name: 'Palsu' }), admin),
  }),
  // The system belongs to no portal: whoever runs one of them may look after it.
  ...inFile(`${redaksi}/admin/operasi/actions.ts`, {
    beginReadOnlyAction: door(() => ({ reason }), ['admin', 'elsewhereAdmin']),
    endReadOnlyAction: door(() => ({}), ['admin', 'elsewhereAdmin']),
    dropJobsAction: door(() => ({ task: 'tidak_ada' }), operators),
    retryJobsAction: door(() => ({ task: 'tidak_ada' }), operators),
  }),
  ...inFile(`${redaksi}/admin/undo-action.ts`, { undoChangeAction: door(() => ({ seq: '1' })) }),
  ...inFile(`${redaksi}/akun/actions.ts`, {
    changePasswordAction: door(
      () => ({ currentPassword: 'bukan sandi saya', newPassword: 'kalimat sandi yang panjang sekali' }),
      everybody,
    ),
    endAllSessionsAction: door(() => ({}), everybody),
    endSessionAction: door(one('sessionId', 'session')),
  }),
  // One's own session and factors alone; none of these names anybody.
  ...inFile(`${redaksi}/akun/keamanan/actions.ts`, {
    addPasskeyAction: door(() => ({}), everybody),
    addTotpAction: door(() => ({ code: '000000' }), everybody),
    makeRecoveryCodesAction: door(() => ({}), everybody),
    newPasskeyOptionsAction: door(() => ({}), everybody),
    removeFactorAction: door(one('factorId', 'session')),
  }),
  ...inFile(`${redaksi}/akun/konfirmasi/actions.ts`, {
    confirmAction: door(() => ({ password: 'bukan sandi saya', goTo: '' }), everybody),
    confirmByPasskeyAction: door(() => ({}), everybody),
    confirmOptionsAction: door(() => ({}), everybody),
  }),
  ...inFile(`${redaksi}/antrean/actions.ts`, {
    assignMany: quiet(door(items('submitted')({ assigneeId: '', note: '' }), desk)),
    chooseView: door(one('viewId', 'view')),
    claim: door(waiting(), desk),
    handOver: door(waiting((ids) => ({ toId: ids['userId'] ?? '', note: '' }))),
    removeView: door(one('viewId', 'view')),
    renameView: door(one('viewId', 'view', { name: 'Palsu' })),
    returnMany: quiet(door(items('submitted')({ reasonCode: 'language', note: reason }), desk)),
    saveView: door(() => ({ name: 'Palsu', query: 'keadaan=draf' }), everybody),
    setPriorityOfMany: quiet(door(items('submitted')({ priority: 'urgent' }), desk)),
  }),
  ...inFile(`${redaksi}/daftar/actions.ts`, {
    addFigureAction: door(portal(figure), keepers),
    addPersonAction: door(portal({ name: 'Palsu' }), keepers),
    addPlainWordAction: door(portal(plainWord), keepers),
    addPostAction: door(one('personId', 'person', post), keepers),
    addRegulationAction: door(portal(regulation), keepers),
    decideHouseNameAction: door(one('houseNameId', 'houseName', { decision: 'approve' }), keepers),
    editFigureAction: door(versioned('figureId', 'figure', figure), keepers),
    editPersonAction: door(versioned('personId', 'person', { name: 'Palsu' }), keepers),
    editPlainWordAction: door(versioned('plainWordId', 'plainWord', plainWord), keepers),
    editPostAction: door(versioned('postId', 'post', post), keepers),
    editRegulationAction: door(versioned('regulationId', 'regulation', regulation), keepers),
    endPostAction: door(versioned('postId', 'post', { untilDay: '2026-12-01' }), keepers),
    previewImportAction: door(portal({ kind: 'people', file: csv('nama;jabatan\n') }), keepers),
    proposeHouseNameAction: door(portal({ word: 'Palsu' }), [
      ...['writer', 'leader', 'foreignWriter', 'foreignVerifier', 'foreignLeader', ...desk],
    ] as Visitor[]),
    removeFigureAction: door(versioned('figureId', 'figure'), keepers),
    removeHouseNameAction: door(one('houseNameId', 'houseName'), keepers),
    removePersonAction: door(versioned('personId', 'person'), keepers),
    removePlainWordAction: door(versioned('plainWordId', 'plainWord'), keepers),
    removePostAction: door(versioned('postId', 'post'), keepers),
    removeRegulationAction: door(versioned('regulationId', 'regulation'), keepers),
    takeImportAction: door(portal({ kind: 'people', text: 'nama;jabatan\n' }), keepers),
  }),
  ...inFile(`${redaksi}/depan/actions.ts`, {
    chooseFront: door(
      (ids) => ({ ...portal()(ids), slot: 'lead', articleId: ids['liveArticle'] ?? '', until: tomorrow }),
      desk,
    ),
    clearFront: door(portal({ slot: 'lead' }), desk),
  }),
  ...inFile(`${redaksi}/kalender/actions.ts`, { reschedule: door(draft(() => ({ scheduledFor: tomorrow }))) }),
  // A code nobody has and an account nobody has: there is nothing to be signed in for.
  ...inFile(`${redaksi}/kode/actions.ts`, { redeemAction: door(() => ({}), everybody) }),
  ...inFile(`${redaksi}/masuk/actions.ts`, {
    signInAction: door(() => ({}), everybody),
    signInByPasskeyAction: door(() => ({}), everybody),
    signInOptionsAction: door(() => ({}), everybody),
  }),
  ...inFile(`${redaksi}/masuk/langkah-kedua/actions.ts`, {
    secondStepOptionsAction: door(() => ({}), everybody),
    takeSecondStepAction: door(() => ({}), everybody),
    takeSecondStepByPasskeyAction: door(() => ({}), everybody),
  }),
  ...inFile(`${redaksi}/media/actions.ts`, {
    describe: door(versioned('assetId', 'photo', facts), ['writer', ...desk]),
    focus: door(versioned('assetId', 'photo', { x: '0.1', y: '0.1' }), ['writer', ...desk]),
    prepareReplacement: door((ids) => ({ assetId: ids['photo'] ?? '', byAssetId: ids['photo'] ?? '' })),
    restore: door(versioned('assetId', 'photo', { reason }), desk),
    shareAsset: door(versioned('assetId', 'photo', { isShared: 'on' }), ['writer', ...desk]),
    turn: door(versioned('assetId', 'photo', { direction: 'left' }), ['writer', ...desk]),
    withdraw: door(versioned('assetId', 'photo', { reason }), desk),
  }),
  ...inFile(`${naskah}/actions.ts`, {
    addCoWriter: door(one2('editionId', 'draft', 'userId', 'userId'), ['writer']),
    approve: door(waiting(() => ({ outcome: 'publish' }))),
    archive: door(live(), desk),
    claim: door(waiting(), desk),
    confirm: door(waiting()),
    createPreviewLink: door(one('editionId', 'draft', { guestName: 'Palsu', days: '1' }), ['writer', ...desk]),
    discard: door(draft(), ['writer']),
    // Titles that readers have.
    findLinkable: door(portal({ what: 'article', text: 'x' }), everybody),
    findLive: door(portal({ text: 'x' }), everybody),
    // One's own draft and another's: what is brought in must be seen as well.
    merge: door((ids) => ({
      ...{ editionId: ids['own'] ?? '', version: ids['ownVersion'] ?? '' },
      ...{ otherId: ids['draft'] ?? '', otherVersion: ids['draftVersion'] ?? '' },
    })),
    moveAgency: door(
      draft((ids) => ({ agencyId: ids['foreignAgencyId'] ?? '' })),
      desk,
    ),
    overrideFinding: door(one('editionId', 'draft', { rule: 'judol', subject: 'x', reason }), desk),
    place: door(
      live((ids) => ({ slug: 'alamat-palsu', sectionId: ids['sectionId'] ?? '' })),
      desk,
    ),
    proposeName: door(portal({ word: 'Palsu' }), [
      ...['writer', 'leader', 'foreignWriter', 'foreignVerifier', 'foreignLeader', ...desk],
    ] as Visitor[]),
    publish: door(waiting()),
    publishNow: door(
      draft(() => ({ fastLaneReason: 'immediate_information', reason })),
      desk,
    ),
    reject: door(
      waiting(() => ({ reasonCode: 'language', note: reason })),
      desk,
    ),
    release: door(waiting()),
    removeCoWriter: door(one2('editionId', 'draft', 'userId', 'userId'), ['writer']),
    restore: door(live()),
    retract: door(
      live(() => ({ reason })),
      desk,
    ),
    returnEdition: door(
      waiting(() => ({ reasonCode: 'language', note: reason })),
      desk,
    ),
    reviewRetraction: door(live()),
    revokePreviewLink: door(one('linkId', 'session')),
    schedule: door(draft(() => ({ scheduledFor: tomorrow }))),
    secondReview: door(live()),
    settleStranded: door(one('revisionId', 'revision'), ['writer']),
    startEdition: door(
      live(() => ({ changeType: 'minor', publicNote: '' })),
      ['writer', ...desk],
    ),
    submit: door(draft(), ['writer']),
    takeOver: door(waiting()),
    unarchive: door(live()),
    undiscard: door(draft()),
    unschedule: door(draft()),
    verify: door(waiting()),
    withdraw: door(waiting(), ['writer']),
  }),
  ...inFile(`${naskah}/akses/actions.ts`, {
    answerJoint: door(draft((ids) => ({ agencyId: ids['foreignAgencyId'] ?? '', answer: 'agree', note: '' }))),
    makeConfidential: door(one('articleId', 'draftArticle'), ['writer', ...desk]),
    namePerson: door(one2('articleId', 'draftArticle', 'userId', 'userId')),
    openToAgency: door(one('articleId', 'draftArticle')),
    unnamePerson: door(one2('articleId', 'draftArticle', 'userId', 'userId')),
  }),
  ...inFile(`${naskah}/embargo/actions.ts`, {
    letInAccountAction: door(one2('articleId', 'draftArticle', 'userId', 'userId')),
    letInContactAction: door(one2('articleId', 'draftArticle', 'contactId', 'contact')),
    revokePassAction: door(one('passId', 'session')),
  }),
  ...inFile(`${naskah}/riwayat/actions.ts`, {
    // A version of one article brought into another.
    restoreRevisionAction: door((ids) => ({
      ...{ editionId: ids['own'] ?? '', version: ids['ownVersion'] ?? '', revisionId: ids['revision'] ?? '' },
    })),
  }),
  ...inFile(`${redaksi}/pemberitahuan/actions.ts`, {
    readAllNewsAction: door(() => ({}), everybody),
    readNewsAction: quiet(door(one('id', 'session'))),
    saveMailSettingsAction: door(() => ({}), everybody),
  }),
  ...inFile(`${redaksi}/pers/actions.ts`, {
    addContactAction: door(portal(contact), desk),
    editContactAction: door(versioned('contactId', 'contact', contact), desk),
    switchContactAction: door(versioned('contactId', 'contact', { to: 'off' }), desk),
  }),
  ...inFile(`${redaksi}/tautan/actions.ts`, {
    decideLinkHostAction: door(portal({ host: 'palsu.example', decision: 'allowed', note: '' }), desk),
    withdrawLinkHostAction: door(portal({ host: 'palsu.example' }), keepers),
  }),
  ...inFile(`${redaksi}/terbit/actions.ts`, {
    archiveMany: quiet(door(items('live')(), desk)),
    unarchiveMany: quiet(door(items('live')())),
  }),
};

function one2(first: string, its: string, second: string, other: string) {
  return (ids: Ids): Fields => ({ [first]: ids[its] ?? '', [second]: ids[other] ?? '' });
}

function inFile(file: string, lines: Record<string, Door>): Record<string, Door> {
  return Object.fromEntries(Object.entries(lines).map(([name, line]) => [`${file}#${name}`, line]));
}
