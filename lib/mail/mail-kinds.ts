/** What a mail is, for the admin's list. */
export const mailKindLabels = {
  notification: 'Pemberitahuan',
  digest: 'Rangkuman harian',
  invite: 'Undangan akun',
  embargo_link: 'Tautan baca embargo',
  witness: 'Saksi jejak audit',
  test: 'Surel uji',
} as const;

export type MailKind = keyof typeof mailKindLabels;
