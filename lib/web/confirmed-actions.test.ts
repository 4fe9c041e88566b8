import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What somebody at an open screen could take an account or a portal with. */
const grave = [
  ...[
    'editPerson',
    'issueCode',
    'removeSecondFactor',
    'unsuspend',
    'eraseAccount',
    'grantRole',
    'endRole',
    'acceptGrant',
  ],
  ...['delegateRole', 'takePeople', 'printInvites', 'mailInvites', 'undoChange'],
  ...['beginReadOnly', 'endReadOnly'],
];

it('every grave step is bound to a form that asks for a fresh confirmation, and nowhere else', () => {
  const files = globSync('app/**/*action*.ts').filter((path) => !path.includes('/daftar/'));
  const bound = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/= (\w+)\(\s*[\w.]+,\s*(\w+)/g)].map(([, by, verb]) => ({ by, verb })),
  );
  for (const verb of grave) {
    expect(
      bound.filter((one) => one.verb === verb).map(({ by }) => by),
      verb,
    ).toEqual(['confirmedAction']);
  }
});
