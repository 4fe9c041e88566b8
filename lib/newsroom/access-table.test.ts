import { expect, test } from 'vitest';
import { editionStates } from '#db/schema/enums.ts';
import { minutesAfter } from '#lib/testing/paper-newsroom.ts';
import { cast, usual } from '#lib/testing/usual-edition.ts';
import { stateLabels, verbLabels } from './labels.ts';
import { maySee, refusalFor } from './policy.ts';
import { canFollow, verbs } from './workflow.ts';

/** Columns of the table in docs/hak-akses.md. */
const people: readonly [who: keyof typeof cast, head: string][] = [
  ['writer', 'Kontributor, pengaju'],
  ['colleague', 'Kontributor lain'],
  ['coWriter', 'Rekan penulis'],
  ['verifier', 'Verifikator'],
  ['leader', 'Pimpinan'],
  ['claimer', 'Redaktur yang mengambil'],
  ['editor', 'Redaktur lain'],
  ['managing', 'Redaktur Pelaksana'],
  ['admin', 'Admin'],
  ['auditor', 'Auditor'],
  ['otherContributor', 'OPD lain'],
  ['foreignEditor', 'Redaktur portal lain'],
];

/** The table as the policy and the workflow answer now. */
function accessTable(): string {
  const rows = verbs.flatMap((verb) =>
    editionStates
      .filter((state) => canFollow(verb, state))
      .map((state) => {
        const facts = usual(state);
        const cells = people.map(([who]) =>
          maySee(cast[who], facts) && refusalFor(cast[who], verb, facts, minutesAfter(1)) === undefined ? '✓' : '–',
        );
        return [verbLabels[verb], stateLabels[state], ...cells];
      }),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['tindakan', 'naskah', ...people.map(([, head]) => head)];
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const preface = `# Hak akses: siapa boleh apa atas naskah

Tabel ini dibuat dari kode (\`lib/newsroom/policy.ts\` dan \`workflow.ts\`): bila keduanya berubah, \`lib/newsroom/access-table.test.ts\` gagal sampai tabel ini dibuat lagi (\`vitest run -u lib/newsroom/access-table.test.ts\`). Naskahnya naskah biasa dari perangkat daerah yang memakai langkah verifikasi, semenit setelah diajukan. Tindakan yang hanya dilakukan sistem tidak punya ✓. Yang tidak boleh melihat naskah mendapat jawaban yang sama seperti bila naskah itu tidak ada. Halaman dan titik akhir selain naskah: \`e2e/intruder.spec.ts\`; tindakan formulir: \`e2e/intruder-doors.ts\`.

`;

test('the table of rights in the documentation is what the code decides', async () => {
  await expect(`${preface}${accessTable()}\n`).toMatchFileSnapshot('../../docs/hak-akses.md');
});
