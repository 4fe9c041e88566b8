/** What a mail is, for the admin's list. */
export const mailKindLabels = {
  notification: 'Pemberitahuan',
  digest: 'Rangkuman harian',
  invite: 'Undangan akun',
  new_device: 'Perangkat baru',
  dormant: 'Akun lama tidak dipakai',
  embargo_link: 'Tautan baca embargo',
  witness: 'Saksi jejak audit',
  test: 'Surel uji',
} as const;

export type MailKind = keyof typeof mailKindLabels;
