import { agencyRoles, type Role } from '#db/schema/enums.ts';
import { csvRows } from '#lib/register/csv-text.ts';
import { accountInputs } from './account-input.ts';

/** The columns of a file of people, as its first line names them. */
export const peopleColumns = ['nama', 'surel', 'whatsapp', 'peran', 'perangkat daerah'] as const;
/** The most people one file brings. */
export const mostPeopleInFile = 500;

/** One line of the file as it was read: what it says, or what is wrong with it. */
export type PeopleRow = {
  line: number;
  cells: readonly string[];
  person: { name: string; email: string; phone: string } | null;
  role: Role | null;
  agencyName: string;
  issues: string[];
};

const roleWords: Readonly<Record<string, Role>> = {
  kontributor: 'contributor',
  verifikator: 'verifier',
  pimpinan: 'leader',
  redaktur: 'editor',
  'redaktur pelaksana': 'managing_editor',
  admin: 'admin',
  auditor: 'auditor',
};

/**
 * The rows of a file of people. Somebody with two roles stands in two lines.
 *
 * @throws invalid for what is no such file
 */
export function peopleRows(text: string): { rows: PeopleRow[]; fault: string | null } {
  const [head, ...rows] = csvRows(text);
  const names = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = peopleColumns.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return {
      rows: [],
      fault: `Baris pertama harus memuat kolom: ${peopleColumns.join('; ')}. Belum ada: ${missing.join(', ')}.`,
    };
  }
  if (rows.length === 0) return { rows: [], fault: 'Berkas ini belum berisi orang. Tulis satu orang per baris.' };
  if (rows.length > mostPeopleInFile) {
    return { rows: [], fault: `Paling banyak ${mostPeopleInFile} baris dalam satu berkas. Bagi berkasnya.` };
  }
  return {
    rows: rows.map(({ line, cells }) =>
      readRow(
        line,
        peopleColumns.map((name) => cells[names.indexOf(name)] ?? ''),
      ),
    ),
    fault: null,
  };
}

function readRow(line: number, cells: readonly string[]): PeopleRow {
  const [name = '', email = '', phone = '', roleText = '', agencyName = ''] = cells;
  const parsed = accountInputs.createPerson.safeParse({ name, email, phone });
  const issues = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  const role = roleWords[roleText.toLowerCase()] ?? null;
  if (roleText !== '' && role === null)
    issues.push(`Peran “${roleText}” tidak dikenal. Tulis ${Object.keys(roleWords).join(', ')}, atau kosongkan.`);
  const needsAgency = agencyRoles.some((one) => one === role);
  if (needsAgency && agencyName === '') issues.push('Peran ini memerlukan perangkat daerah.');
  if (!needsAgency && agencyName !== '') {
    issues.push(
      role === null
        ? 'Perangkat daerah ditulis tanpa peran.'
        : 'Peran ini berlaku untuk seluruh portal. Kosongkan perangkat daerah.',
    );
  }
  return { line, cells, person: parsed.success ? parsed.data : null, role, agencyName, issues };
}
