import { regulationKind, regulationsIn } from '../regulations-in-text.ts';
import { type WholeRule, writtenRoles } from '../rule.ts';

/** A number is its own; only a year beside a known number can be a slip. */
export const regulationAgainstRegister: WholeRule = {
  id: 'regulation_against_register',
  family: 'numbers',
  title: 'Nomor dan tahun peraturan cocok dengan daftar peraturan',
  *compare({ pieces }, { regulations }) {
    if (regulations.length === 0) return;
    const known = regulations.map((one) => ({ ...one, kind: regulationKind(one.kind), name: one.kind }));
    for (const piece of pieces) {
      if (!writtenRoles.includes(piece.role) || !/ahun \d/u.test(piece.text)) continue;
      for (const { start, end, kind, number, year } of regulationsIn(piece.text)) {
        const alike = known.filter((one) => one.kind === kind && one.number === number);
        const right = alike.find((one) => one.year === year);
        const near = alike.find((one) => Math.abs(one.year - year) <= 2);
        if (right?.isVerified === false) {
          const reason =
            'Peraturan ini belum diverifikasi di daftar peraturan. Periksa naskah aslinya sebelum diajukan.';
          yield { start, end, piece, reason };
        } else if (right === undefined && near !== undefined) {
          const about = near.subject === '' ? '' : ` tentang ${near.subject}`;
          const reason = `Daftar peraturan mencatat ${near.name} Nomor ${near.number} Tahun ${near.year}${about}. Periksa tahunnya.`;
          yield { start, end, piece, reason };
        }
      }
    }
  },
};
