import { attributionRoots } from '../../lists/attribution.ts';
import { proseRoles } from '../../rule.ts';
import { shapeRule } from '../shapes.ts';

const begins = '(?<=^|[.!?…]["”’]? )';
/** What may stand before the one who speaks. */
const opening =
  '(?:(?:Sementara|Sementara itu|Selain itu|Senada|Terpisah|Secara terpisah|Hal senada|Lebih lanjut|(?:Di|Dalam|Pada) (?:kesempatan|tempat|waktu) (?:itu|tersebut|yang sama)),? )?';
const head = String.raw`(?:(?:Plt|Plh|Pj|Pjs)\. )?(?:Wakil )?(?:Kepala|Sekretaris|Direktur|Gubernur|Bupati|Wali Kota|Camat|Lurah|Ketua|Kadis|Kabid|Kasi|Sekda|Sekprov|Asisten|Staf Ahli|Rektor|Dekan|Komandan|Kapolda|Kapolres|Kapolsek|Dandim|Manajer|Koordinator|Petinggi|Inspektur|Juru Bicara|Penyuluh|Anggota)`;
const restOfPost = String.raw`(?: (?:\p{Lu}[\p{L}\p{N}./&-]*|\(\p{L}{2,20}\)|dan|untuk|se-\p{Lu}\p{L}+)){0,12}`;
const name = String.raw`(?:(?:[Dd]r|drg|Drs|Dra|Ir|H|Hj|Prof|Ny)\. ){0,3}\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?){0,4}`;
const speaks =
  'mengatakan|menyatakan|menjelaskan|menegaskan|menyebut|menyebutkan|menambahkan|mengungkapkan|menuturkan|memaparkan|menerangkan|menyampaikan|mengingatkan|mengaku|menekankan|menilai|mengimbau|mengajak|meminta|mengapresiasi|menceritakan|berharap|berpesan|berkata|berujar|dalam (?:sambutan|laporan|arahan|paparan|keterangan)(?:nya)?';
/** Words with which the sentence goes on after somebody was named within it. */
const goesOn =
  'akan|tidak|sudah|telah|untuk|dapat|bisa|harus|perlu|juga|merupakan|menjadi|masih|belum|adalah|sedang|tetap|wajib|mulai|hanya';

const apposition = new RegExp(`${begins}${opening}${head}${restOfPost}, (${name}) (${speaks})(?!\\p{L})`, 'gu');
const interjection = new RegExp(
  `(?<=[\\p{L}\\p{N})], )((?:${attributionRoots.join('|')})(?:nya| ${name})) (${goesOn})(?!\\p{L})`,
  'gu',
);

/** A name or a remark that a comma sets apart needs another one behind it. */
export const closingCommaRules = [
  shapeRule(
    { id: 'name_comma_open', family: 'typography', title: 'Nama setelah jabatan diapit dua koma', roles: proseRoles },
    apposition,
    ([whole, person = '', verb = '']) => ({
      offset: whole.length - `${person} ${verb}`.length,
      reason: `Nama ini didahului koma, jadi sesudahnya juga: “, ${person}, ${verb}”. Atau hapus kedua komanya.`,
      fix: `${person}, ${verb}`,
    }),
  ),
  shapeRule(
    {
      id: 'speaker_comma_open',
      family: 'typography',
      title: 'Penutur di tengah kalimat diapit dua koma',
      roles: proseRoles,
    },
    interjection,
    ([, said = '', verb = '']) => ({
      reason: `Penutur di tengah kalimat diapit dua koma: “, ${said}, ${verb}”.`,
      fix: `${said}, ${verb}`,
    }),
  ),
];
