import {
  accountPath,
  adminHandoversPath,
  adminRolesPath,
  conversationPath,
  draftPath,
  notificationsPath,
  queuePath,
  reportsPath,
  reviewPath,
} from '../urls.ts';
import type { NewsKind } from './kinds.ts';

/** Where a piece of news leads. */
export function newsPlace(kind: NewsKind, articleId: string | null, comment?: string): string {
  if (articleId === null) return ofTheHouse(kind);
  switch (kind) {
    case 'mention':
    case 'reply':
    case 'comment':
    case 'suggestion':
    case 'suggestion_answered':
      return conversationPath(articleId, comment);
    // The page sends whoever cannot write there on to the review.
    case 'returned':
    case 'added':
      return draftPath(articleId);
    default:
      return reviewPath(articleId);
  }
}

function ofTheHouse(kind: NewsKind): string {
  switch (kind) {
    case 'weekly_fast_lane':
      return reportsPath;
    case 'role_waiting':
      return adminRolesPath;
    case 'role':
    case 'new_device':
    case 'delegation':
      return accountPath;
    case 'handover':
      return adminHandoversPath;
    case 'alarm':
      return queuePath;
    default:
      return notificationsPath;
  }
}
