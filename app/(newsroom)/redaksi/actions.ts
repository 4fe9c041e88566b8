'use server';

import { z } from 'zod';
import * as drafting from '#lib/newsroom/drafting.ts';
import * as startingPoints from '#lib/newsroom/starting-points.ts';
import { verbInputs } from '#lib/newsroom/verb-inputs.ts';
import { draftPath, signInPath } from '#lib/urls.ts';
import { openAction, verbAction } from '#lib/web/action.ts';
import { closeSession } from '#lib/web/session.ts';

export const createArticle = verbAction(verbInputs.createArticle, drafting.createArticle, ({ articleId }) => ({
  goTo: draftPath(articleId),
}));

export const draftFromEvent = verbAction(verbInputs.draftFromEvent, startingPoints.draftFromEvent, ({ articleId }) => ({
  goTo: draftPath(articleId),
}));

export const copyArticle = verbAction(verbInputs.copyArticle, startingPoints.copyArticle, ({ articleId }) => ({
  goTo: draftPath(articleId),
}));

export const signOut = openAction(z.strictObject({}), async () => {
  await closeSession();
  return { goTo: signInPath };
});
