import { readXml } from './xml-check.ts';

/**
 * A part of a Word document without the runs nobody sees (`w:vanish`, letters of a point or less), and their words.
 * mammoth reads them as any other, and hidden words are how spam travels. What is left is checked anew.
 */
export function hiddenRunsOf(part: Uint8Array): { part: Uint8Array; words: string } {
  const text = new TextDecoder().decode(part);
  if (!/<w:(?:vanish|sz w:val="[0-2]")/.test(text)) return { part, words: '' };
  const runs = hiddenRuns(part);
  if (!runs.some(({ isHidden }) => isHidden)) return { part, words: '' };
  let run = 0;
  // Runs do not stand within runs but in text boxes; the outer one is met first, and takes them along.
  let written = '';
  let from = 0;
  for (const found of text.matchAll(/<w:r(?=[\s/>])/g)) {
    const here = runs[run];
    run += 1;
    if (here === undefined || !here.isHidden || found.index < from) continue;
    const to = endOfRun(text, found.index);
    written += text.slice(from, found.index);
    from = to;
  }
  const rest = new TextEncoder().encode(written + text.slice(from));
  readXml(rest);
  return {
    part: rest,
    words: runs.map(({ isHidden, words }) => (isHidden ? words : '')).join(' '),
  };
}

type Run = { isHidden: boolean; words: string };

/** Every run in the order of its opening tag. */
function hiddenRuns(part: Uint8Array): Run[] {
  const runs: Run[] = [];
  const open: Run[] = [];
  let isText = false;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'w:r') {
        const run = { isHidden: false, words: '' };
        runs.push(run);
        open.push(run);
      }
      const last = open.at(-1);
      if (last !== undefined && isUnseen(name, attributes['w:val'] ?? '')) last.isHidden = true;
      isText = name === 'w:t';
    },
    close: (name) => {
      if (name === 'w:r') open.pop();
      isText = false;
    },
    text: (text) => {
      const last = open.at(-1);
      if (isText && last !== undefined) last.words += text;
    },
  });
  return runs;
}

/** Sizes are given in half points. */
function isUnseen(name: string, value: string): boolean {
  return name === 'w:vanish' ? !/^(?:0|false|off)$/.test(value) : name === 'w:sz' && /^[0-2]$/.test(value);
}

function endOfRun(text: string, from: number): number {
  let depth = 0;
  const tag = /<(\/?)w:r(?=[\s/>])[^>]*?(\/?)>/g;
  tag.lastIndex = from;
  for (let found = tag.exec(text); found !== null; found = tag.exec(text)) {
    const [, isClose, isEmpty] = found;
    if (isClose) depth -= 1;
    else if (!isEmpty) depth += 1;
    if (depth <= 0) return tag.lastIndex;
  }
  return text.length;
}
