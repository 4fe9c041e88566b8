import { voiceWords } from '../../lists/attribution.ts';
import { proseRoles } from '../../rule.ts';
import { shapeRule } from '../shapes.ts';

const item = String.raw`\p{L}[\p{L}-]{2,24}`;
/** A word, three and more of its kind set apart by commas, and the last joined without one. */
const list = new RegExp(
  String.raw`(?<=\p{L} |^)(${item})((?:, ${item}(?: ${item})?){1,8}), (${item}) (dan|atau|serta) (?=(${item}))`,
  'gu',
);

/** Words that stand between commas without being part of a list, or begin another thought. */
const noItems: ReadonlySet<string> = new Set(
  `itu ini tersebut kemarin misalnya kemudian lalu namun selanjutnya akhirnya juga yang untuk dari pada oleh dengan dalam karena agar sehingga
   bahwa serta tetapi antara kata menurut menurutnya lanjutnya selain setelah sebelum saat ketika sementara bahkan terutama khususnya`.split(
    /\s+/u,
  ),
);

/** EYD V: in a list of three and more, a comma stands before “dan” as well. */
export const listCommaRule = shapeRule(
  { id: 'list_comma', family: 'typography', title: 'Koma juga sebelum “dan” dalam rincian', roles: proseRoles },
  list,
  ([whole, first = '', middle = '', last = '', joins = '', next = '']) => {
    const items = [first, ...middle.split(', ').slice(1), last, next];
    const words = items.flatMap((one) => one.split(' '));
    if (words.some((word) => noItems.has(word.toLowerCase()) || voiceWords.has(word.toLowerCase()))) return undefined;
    // Names with names, words with words: “Hasanuddin, ketua RT, Rahmat dan Budi” is no list of four.
    const areNames = items.slice(1).map((one) => /^\p{Lu}/u.test(one));
    if (new Set(areNames).size > 1) return undefined;
    const shown = `${last} ${joins}`;
    return {
      offset: whole.length - shown.length - 1,
      reason: `Dalam rincian, sebelum “${joins}” ada koma: “${last}, ${joins} …”.`,
      fix: `${last}, ${joins} `,
    };
  },
);
