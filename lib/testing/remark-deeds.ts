import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { comments, previewLinks, suggestions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { commentId, previewLinkId, suggestionId } from '#lib/ids.ts';
import { comment, reopenComment, reply, resolveComment } from '#lib/newsroom/comments.ts';
import { beat, seatIn } from '#lib/newsroom/presence.ts';
import { createPreviewLink, revokePreviewLink } from '#lib/newsroom/preview-links.ts';
import { refuseSuggestion, suggest } from '#lib/newsroom/suggestions.ts';
import { askForTurn, giveTurn, takeTurn } from '#lib/newsroom/turns.ts';
import type { ArticleEvent } from '#lib/record/event-labels.ts';
import { anchorOf } from '#lib/richtext/anchor.ts';
import { type Deed, type DeedScene, type DeedSetting, hasMoved, newTitle, once, saving, setting } from './deed.ts';
import { aDraft, editionRow, type Office } from './newsroom.ts';

const onTheWhole = { place: '' as const, quote: '', prefix: '', suffix: '' };
const remark = (by: Actor, { editionId: id }: { editionId: DeedScene['to']['editionId'] }) =>
  comment(by, { editionId: id, text: 'Angkanya perlu diperiksa.', mentions: [], anchor: onTheWhole });

async function aRemark(office: Office): Promise<DeedSetting> {
  const draft = await aDraft(office);
  return setting(office.contributor, draft, { comment: await remark(office.leader, draft) });
}
const remarkOf = ({ to, also }: DeedScene) => ({
  editionId: to.editionId,
  commentId: commentId.parse(also['comment']),
});
const isResolved = async ({ also }: DeedScene) => {
  const [found] = await database()
    .select({ resolvedAt: comments.resolvedAt })
    .from(comments)
    .where(eq(comments.id, commentId.parse(also['comment'])));
  return found?.resolvedAt !== null;
};

async function aSuggestion(office: Office): Promise<DeedSetting> {
  const draft = await aDraft(office);
  const { title } = await editionRow(draft.editionId);
  const id = await suggest(office.leader, {
    editionId: draft.editionId,
    anchor: { place: 'title', ...anchorOf(title, 0, title.length) },
    ...{ replacement: newTitle, note: '' },
  });
  return setting(office.contributor, draft, { suggestion: id, saveId: randomUUID() });
}
const suggestionOf = ({ also }: DeedScene) => suggestionId.parse(also['suggestion']);
const suggestionState = async (scene: DeedScene) => {
  const [found] = await database()
    .select()
    .from(suggestions)
    .where(eq(suggestions.id, suggestionOf(scene)));
  return found?.state;
};

/** The contributor's page is open, and a colleague has asked for the turn. */
async function aSeat(office: Office): ReturnType<typeof aDraft> {
  const draft = await aDraft(office);
  const { editionId: id } = draft;
  await beat(office.contributor, { editionId: id, tab: randomUUID(), event: 'opens', typedAgo: null });
  await askForTurn(office.colleague, { editionId: id });
  return draft;
}

const isSeated = async ({ to, also }: DeedScene) =>
  once((await seatIn(database(), to.editionId))?.holderId === also['colleague']);

/** What people say to each other about an article, and show of it. */
export const remarkDeeds = {
  create_preview_link: {
    set: async (office) => setting(office.contributor, await aDraft(office)),
    act: (by, { to }) => createPreviewLink(by, { ...to, guestName: 'Bu Ani', days: 3, mayComment: true }),
    standing: ({ to }) => database().$count(previewLinks, eq(previewLinks.editionId, to.editionId)),
    again: 'another',
  },
  revoke_preview_link: {
    set: async (office) => {
      const draft = await aDraft(office);
      await createPreviewLink(office.contributor, { ...draft, guestName: 'Bu Ani', days: 3, mayComment: true });
      const [link] = await database().select().from(previewLinks).where(eq(previewLinks.editionId, draft.editionId));
      return setting(office.contributor, draft, { link: link?.id ?? '' });
    },
    act: (by, { also }) => revokePreviewLink(by, { linkId: previewLinkId.parse(also['link']) }),
    standing: ({ to }) =>
      database().$count(previewLinks, and(eq(previewLinks.editionId, to.editionId), isNotNull(previewLinks.revokedAt))),
    again: 'nothing',
  },
  comment: {
    set: async (office) => setting(office.leader, await aDraft(office)),
    act: (by, { to }) => remark(by, to),
    standing: ({ to }) => database().$count(comments, eq(comments.editionId, to.editionId)),
    again: 'another',
  },
  reply: {
    set: aRemark,
    act: (by, scene) => reply(by, { ...remarkOf(scene), text: 'Sudah diperbaiki.', mentions: [] }),
    standing: ({ to }) =>
      database().$count(comments, and(eq(comments.editionId, to.editionId), isNotNull(comments.parentId))),
    again: 'another',
  },
  resolve_comment: {
    set: aRemark,
    act: (by, scene) => resolveComment(by, remarkOf(scene)),
    standing: async (scene) => once(await isResolved(scene)),
    again: 'nothing',
  },
  reopen_comment: {
    set: async (office) => {
      const begun = await aRemark(office);
      await resolveComment(office.contributor, { ...begun.to, commentId: commentId.parse(begun.also?.['comment']) });
      return begun;
    },
    act: (by, scene) => reopenComment(by, remarkOf(scene)),
    standing: async (scene) => once(!(await isResolved(scene))),
    again: 'nothing',
  },
  suggest: {
    set: async (office) => setting(office.leader, await aDraft(office)),
    act: (by, { to }) => suggest(by, { ...to, anchor: onTheWhole, replacement: newTitle, note: '' }),
    standing: ({ to }) => database().$count(suggestions, eq(suggestions.editionId, to.editionId)),
    again: 'another',
  },
  accept_suggestion: {
    set: aSuggestion,
    act: (by, scene) => saving(by, scene, [suggestionOf(scene)]),
    standing: async (scene) => once((await suggestionState(scene)) === 'accepted' && (await hasMoved(scene)) === 1),
    again: 'nothing',
  },
  refuse_suggestion: {
    set: aSuggestion,
    act: (by, scene) => refuseSuggestion(by, { ...scene.to, suggestionId: suggestionOf(scene) }),
    standing: async (scene) => once((await suggestionState(scene)) === 'refused'),
    again: 'refused',
  },
  take_turn: {
    set: async (office) => setting(office.colleague, await aSeat(office), { colleague: office.colleague.userId }),
    act: (by, { to }) => takeTurn(by, to),
    standing: isSeated,
    again: 'nothing',
  },
  give_turn: {
    set: async (office) => setting(office.contributor, await aSeat(office), { colleague: office.colleague.userId }),
    act: (by, { to }) => giveTurn(by, to),
    standing: isSeated,
    again: 'refused',
  },
} satisfies Partial<Record<ArticleEvent, Deed>>;
