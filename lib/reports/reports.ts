import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { type AgencyFigures, agencyFigures } from './agency-figures.ts';
import { type Amendments, amendments } from './corrections.ts';
import { type FastLaneUse, fastLaneUse } from './fast-lane.ts';
import { publishedEditions } from './published-editions.ts';
import { type AskedQuestion, askedQuestion } from './question.ts';
import type { ReportQuery } from './report-query.ts';
import type { ReportTable } from './report-table.ts';
import { type ReasonCount, reasonCounts } from './return-reasons.ts';
import { type Silence, silencePerAgency } from './silence.ts';
import { type StageWait, stageWaits } from './stage-waits.ts';
import {
  agencyTable,
  amendmentsTable,
  fastLaneTable,
  publishedTable,
  reasonsTable,
  silenceTable,
  stageTable,
  throughputTable,
  timeToPublishTable,
} from './tables.ts';
import { type Throughput, throughput } from './throughput.ts';
import { type TimeToPublish, timeToPublish } from './time-to-publish.ts';

/** Everything the page of reports shows. */
export type Reports = {
  asked: AskedQuestion;
  flow: Throughput;
  times: TimeToPublish;
  stages: StageWait[];
  reasons: ReasonCount[];
  changes: Amendments;
  fastLane: FastLaneUse;
  silence: Silence[];
  /** Empty where only one agency is asked about. */
  agencies: AgencyFigures[];
};

/**
 * All reports to one question. One figure after another: a year of a large portal is much to read, and
 * the connections belong to people who write.
 *
 * @throws not_found for somebody without reports, and for an agency out of their reach
 */
export async function reports(actor: Actor, query: ReportQuery, at: Date = now()): Promise<Reports> {
  const asked = await askedQuestion(actor, query, at);
  const { question, reach, agency } = asked;
  const times = await timeToPublish(question);
  const changes = await amendments(question);
  return {
    asked,
    times,
    changes,
    flow: await throughput(question),
    stages: await stageWaits(question),
    reasons: await reasonCounts(question),
    fastLane: await fastLaneUse(question),
    silence: await silencePerAgency(question),
    agencies:
      agency === null && reach.agencies.length > 1
        ? await agencyFigures(question, reach.agencies, { times, changes })
        : [],
  };
}

/** The tables that can be taken away as files, by the name in their address. */
export const reportFiles = [
  'arus',
  'waktu-terbit',
  'tahap',
  'alasan',
  'perubahan',
  'jalur-cepat',
  'diam',
  'perangkat-daerah',
  'edisi-terbit',
] as const;
export type ReportFile = (typeof reportFiles)[number];

/**
 * One table alone, for a file: the same figures as on the page.
 *
 * @throws not_found as `reports`
 */
export async function reportTable(
  actor: Actor,
  query: ReportQuery,
  file: ReportFile,
  at: Date = now(),
): Promise<{ table: ReportTable; asked: AskedQuestion }> {
  const asked = await askedQuestion(actor, query, at);
  return { table: await tableOf(asked, file), asked };
}

async function tableOf({ question, reach }: AskedQuestion, file: ReportFile): Promise<ReportTable> {
  switch (file) {
    case 'arus':
      return throughputTable(await throughput(question));
    case 'waktu-terbit':
      return timeToPublishTable(await timeToPublish(question));
    case 'tahap':
      return stageTable(await stageWaits(question));
    case 'alasan':
      return reasonsTable(await reasonCounts(question));
    case 'perubahan':
      return amendmentsTable(await amendments(question), (await throughput(question)).total.published);
    case 'jalur-cepat':
      return fastLaneTable(await fastLaneUse(question));
    case 'diam':
      return silenceTable(await silencePerAgency(question));
    case 'perangkat-daerah':
      return agencyTable(
        await agencyFigures(question, reach.agencies, {
          times: await timeToPublish(question),
          changes: await amendments(question),
        }),
      );
    case 'edisi-terbit':
      return publishedTable(await publishedEditions(question));
  }
}
