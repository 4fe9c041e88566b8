'use server';

import { accountInputs } from '#lib/accounts/account-input.ts';
import { createTopic, renameTopic } from '#lib/accounts/topics.ts';
import { verbAction } from '#lib/web/action.ts';

export const createTopicAction = verbAction(accountInputs.createTopic, createTopic, () => ({
  message: 'Topik ditambahkan.',
}));

export const renameTopicAction = verbAction(accountInputs.renameTopic, renameTopic, () => ({ message: 'Tersimpan.' }));
