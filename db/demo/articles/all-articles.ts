import type { DemoArticle } from '../writing.ts';
import { agencyProfiles } from './agency-profiles.ts';
import { agendaEvents } from './agenda.ts';
import { announcements } from './announcements.ts';
import { articlesAtTheDesk } from './at-the-desk.ts';
import { beginnersArticles } from './beginners.ts';
import { cultureArticles } from './culture.ts';
import { digitalArticles } from './digital.ts';
import { educationArticles } from './education.ts';
import { environmentArticles } from './environment.ts';
import { foodArticles } from './food.ts';
import { galleries } from './galleries.ts';
import { healthArticles } from './health.ts';
import { infographics } from './infographics.ts';
import { questionedArticles } from './questions.ts';
import { pressReleases } from './releases.ts';
import { serviceArticles } from './services.ts';
import { sitePages } from './site-pages.ts';
import { speeches } from './speeches.ts';
import { topicIntroductions } from './topic-introductions.ts';
import { transportArticles } from './transport.ts';
import { weatherArticles } from './weather.ts';

/** Every article of the demo, in no particular order. */
export const demoArticles: readonly DemoArticle[] = [
  ...serviceArticles,
  ...healthArticles,
  ...educationArticles,
  ...transportArticles,
  ...environmentArticles,
  ...weatherArticles,
  ...cultureArticles,
  ...digitalArticles,
  ...foodArticles,
  ...questionedArticles,
  ...pressReleases,
  ...announcements,
  ...galleries,
  ...infographics,
  ...speeches,
  ...agendaEvents,
  ...sitePages,
  ...agencyProfiles,
  ...topicIntroductions,
  ...beginnersArticles,
  ...articlesAtTheDesk,
];
