import type { DemoArticle } from '../writing.ts';
import { cultureArticles } from './culture.ts';
import { digitalArticles } from './digital.ts';
import { educationArticles } from './education.ts';
import { environmentArticles } from './environment.ts';
import { healthArticles } from './health.ts';
import { serviceArticles } from './services.ts';
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
];
