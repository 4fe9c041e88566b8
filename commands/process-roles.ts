import type { Role } from '#lib/settings.ts';

/** What a process does. */
export type Duties = {
  /** Has the doors of readers and of the newsroom, delivery, and the signals of open desks. */
  serves: boolean;
  /** Works on jobs, goes the rounds, and looks each second at what is due. */
  works: boolean;
};

/**
 * The one place that says what runs where. Any number of processes of each role may share one database and
 * one store of files.
 *
 * Every process: brings the database to its version (one at a time, by an advisory lock) and checks the keys.
 * Every process that serves: follows the generations, keeps finished pages, counts uploads that arrive, and
 * renders; all of it is its own and may be lost.
 * Every process that works: takes jobs that no other has (rows locked by graphile-worker), goes the rounds
 * (one process each time: the round is a row), publishes what is due (the edition's row is locked), and hands
 * back what a dead one held. Nothing needs to be only one process: what must happen once is a row.
 */
export const dutiesOf: Readonly<Record<Role, Duties>> = {
  all: { serves: true, works: true },
  web: { serves: true, works: false },
  jobs: { serves: false, works: true },
};

/** Lets `--role=web` of the command line say what the setting ROLE says, and win over it. */
export function heedRoleArgument(given: readonly string[], environment: Record<string, string | undefined>): void {
  const role = given.find((argument) => argument.startsWith('--role='));
  if (role !== undefined) environment.ROLE = role.slice('--role='.length);
}
