import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { agencies, regencies, sections, topics } from '#db/schema/index.ts';
import type { Issue } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import type { Words } from './article-input.ts';

/** Where words say they belong. */
export type Belonging = Partial<Pick<Words, 'sectionId' | 'topicIds' | 'regencyCodes' | 'jointAgencyIds'>>;

/** Sections, topics, regencies and agencies that this portal does not have, as issues that say what to do. */
export async function foreignPlacement(queryable: Queryable, portal: PortalId, named: Belonging): Promise<Issue[]> {
  const issues: Issue[] = [];
  const tell = (field: keyof Belonging, code: string, text: string) => issues.push({ field, code, text });
  const { sectionId = null, topicIds = [], regencyCodes = [], jointAgencyIds = [] } = named;
  const lacks = async (wanted: readonly string[], find: () => PromiseLike<readonly unknown[]>) =>
    wanted.length > 0 && (await find()).length < new Set(wanted).size;

  const sectionIds = sectionId === null ? [] : [sectionId];
  const findSection = () =>
    queryable
      .select({ id: sections.id })
      .from(sections)
      .where(and(eq(sections.portalId, portal), inArray(sections.id, sectionIds)));
  if (await lacks(sectionIds, findSection)) {
    tell('sectionId', 'section_unknown', 'Kanal ini sudah tidak ada. Pilih kanal lain.');
  }
  const findTopics = () =>
    queryable
      .select({ id: topics.id })
      .from(topics)
      .where(and(eq(topics.portalId, portal), inArray(topics.id, topicIds)));
  if (await lacks(topicIds, findTopics)) {
    tell('topicIds', 'topic_unknown', 'Ada topik yang sudah tidak ada. Pilih ulang topiknya.');
  }
  const findRegencies = () =>
    queryable
      .select({ code: regencies.code })
      .from(regencies)
      .where(and(eq(regencies.portalId, portal), inArray(regencies.code, regencyCodes)));
  if (await lacks(regencyCodes, findRegencies)) {
    tell('regencyCodes', 'regency_unknown', 'Ada kabupaten/kota yang tidak dikenal. Pilih ulang.');
  }
  const findAgencies = () =>
    queryable
      .select({ id: agencies.id })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), inArray(agencies.id, jointAgencyIds)));
  if (await lacks(jointAgencyIds, findAgencies)) {
    tell('jointAgencyIds', 'agency_unknown', 'Ada perangkat daerah yang tidak dikenal. Pilih ulang.');
  }
  return issues;
}
