import { z } from 'zod';

declare const idOf: unique symbol;

/** A UUID that names one kind of thing; an article's id does not fit where an edition's is asked. */
type Id<Noun extends string> = string & { readonly [idOf]: Noun };

export type PortalId = Id<'portal'>;
export type AgencyId = Id<'agency'>;
export type SectionId = Id<'section'>;
export type TopicId = Id<'topic'>;
export type UserId = Id<'user'>;
export type SessionId = Id<'session'>;
export type MembershipId = Id<'membership'>;
export type ArticleId = Id<'article'>;
export type EditionId = Id<'edition'>;
export type RevisionId = Id<'revision'>;
export type SignatureId = Id<'signature'>;
export type AssetId = Id<'asset'>;
export type PreviewLinkId = Id<'preview_link'>;
export type RegisteredPersonId = Id<'registered_person'>;
export type HeldPostId = Id<'held_post'>;
export type RegulationId = Id<'regulation'>;
export type FigureId = Id<'figure'>;
export type HouseNameId = Id<'house_name'>;
export type PlainWordId = Id<'plain_word'>;
export type CommentId = Id<'comment'>;
export type SuggestionId = Id<'suggestion'>;
export type SavedViewId = Id<'saved_view'>;
export type AlarmId = Id<'alarm'>;
export type AbsenceId = Id<'absence'>;
export type HandoverId = Id<'handover'>;
export type NotificationId = Id<'notification'>;
export type MailId = Id<'mail'>;
export type PressContactId = Id<'press_contact'>;
export type EmbargoPassId = Id<'embargo_pass'>;
export type SecondFactorId = Id<'second_factor'>;

function idSchema<T extends Id<string>>() {
  return z.uuid('Pengenal tidak dikenali.').transform((text) => text.toLowerCase() as T);
}

export const portalId = idSchema<PortalId>();
export const agencyId = idSchema<AgencyId>();
export const sectionId = idSchema<SectionId>();
export const topicId = idSchema<TopicId>();
export const userId = idSchema<UserId>();
export const sessionId = idSchema<SessionId>();
export const membershipId = idSchema<MembershipId>();
export const articleId = idSchema<ArticleId>();
export const editionId = idSchema<EditionId>();
export const revisionId = idSchema<RevisionId>();
export const assetId = idSchema<AssetId>();
export const previewLinkId = idSchema<PreviewLinkId>();
export const registeredPersonId = idSchema<RegisteredPersonId>();
export const heldPostId = idSchema<HeldPostId>();
export const regulationId = idSchema<RegulationId>();
export const figureId = idSchema<FigureId>();
export const houseNameId = idSchema<HouseNameId>();
export const plainWordId = idSchema<PlainWordId>();
export const commentId = idSchema<CommentId>();
export const suggestionId = idSchema<SuggestionId>();
export const savedViewId = idSchema<SavedViewId>();
export const alarmId = idSchema<AlarmId>();
export const absenceId = idSchema<AbsenceId>();
export const handoverId = idSchema<HandoverId>();
export const notificationId = idSchema<NotificationId>();
export const mailId = idSchema<MailId>();
export const pressContactId = idSchema<PressContactId>();
export const embargoPassId = idSchema<EmbargoPassId>();
export const secondFactorId = idSchema<SecondFactorId>();
