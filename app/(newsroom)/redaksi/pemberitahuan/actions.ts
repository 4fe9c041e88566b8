'use server';

import { z } from 'zod';
import { notificationId } from '#lib/ids.ts';
import { mailSettingsInput, saveMailSettings } from '#lib/notifications/mail-settings.ts';
import { readAllNews, readNews } from '#lib/notifications/news.ts';
import { verbAction } from '#lib/web/action.ts';

export const readNewsAction = verbAction(z.strictObject({ id: notificationId }), readNews);

export const readAllNewsAction = verbAction(z.strictObject({}), readAllNews);

export const saveMailSettingsAction = verbAction(mailSettingsInput, saveMailSettings, () => ({
  message: 'Pengaturan tersimpan.',
}));
