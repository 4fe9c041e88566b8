'use server';

import { z } from 'zod';
import { mailId } from '#lib/ids.ts';
import { sendAgain, sendTestMail } from '#lib/mail/mail-desk.ts';
import { verbAction } from '#lib/web/action.ts';

export const sendAgainAction = verbAction(z.strictObject({ mailId }), sendAgain, () => ({
  message: 'Surel dicoba lagi.',
}));

export const sendTestMailAction = verbAction(z.strictObject({}), sendTestMail, () => ({
  message: 'Surel uji sedang dikirim. Periksa kotak masuk Anda; bila gagal, sebabnya tampil di halaman ini.',
}));
