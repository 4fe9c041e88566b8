/** When a person may be mailed; minutes after midnight in their portal's zone. */
export type MailTimes = {
  /** Both null: no quiet hours. */
  quietFrom: number | null;
  quietUntil: number | null;
  digestAt: number;
};

/** Until somebody chooses otherwise: nothing from nine in the evening to six, the digest at seven. */
export const usualTimes: MailTimes = { quietFrom: 21 * 60, quietUntil: 6 * 60, digestAt: 7 * 60 };

const day = 24 * 60;

/** Minutes to wait before a mail may go; 0 outside of the quiet hours, which may go over midnight. */
export function quietMinutes({ quietFrom, quietUntil }: MailTimes, minute: number): number {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return 0;
  const length = (quietUntil - quietFrom + day) % day;
  const since = (minute - quietFrom + day) % day;
  return since < length ? length - since : 0;
}

/** The day and the minute of it, as a clock on the wall of the portal shows them. */
export function localTime(at: Date, timeZone: string): { day: string; minute: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}
