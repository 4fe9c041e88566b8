/**
 * Letters of other scripts and signs that look like Latin letters and have no compatibility form in Unicode:
 * each line gives the Latin letter and what is written for it. For reading disguised words only, never for changing a text.
 */
const drawnAlike = `
a аαɑᴀａ
b ʙЬьвβ
c сϲᴄⅽ¢
d ԁᴅɗⅾđ
e еєεᴇɛ℮ҽ
f ꜰƒϝ
g ɡɢց
h нһʜհη
i іιɪıӏ¡
j јʝᴊյ
k кκᴋ
l ⅼʟɭłǀ
m мᴍⅿ
n пɴոɳи
o оοσᴏօøө
p рρᴘþ
q ԛǫգ
r гʀɾя
s ѕꜱʂՏ
t тτᴛŧ
u υᴜսцʋ
v νѵᴠⅴ
w ԝᴡωшѡ
x хχⅹ×
y уүγʏყ
z ᴢʐʒ
`;

/** What is drawn like a Latin letter, small letters only. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  drawnAlike
    .trim()
    .split('\n')
    .flatMap((line) => [...line.slice(2)].map((sign): [string, string] => [sign.toLowerCase(), line.slice(0, 1)])),
);

/** Digits and signs that stand for letters inside a word, `g4c0r`; `1` may be two. */
export const digitsForLetters: ReadonlyMap<string, readonly string[]> = new Map([
  ['0', ['o']],
  ['1', ['i', 'l']],
  ['3', ['e']],
  ['4', ['a']],
  ['5', ['s']],
  ['6', ['g']],
  ['7', ['t']],
  ['8', ['b']],
  ['9', ['g']],
  ['@', ['a']],
  ['$', ['s']],
]);
