import { readXml } from './xml-check.ts';

/**
 * A part of a Word document without the runs its writer hid (`w:vanish`), and their words. mammoth reads them as any
 * other, and hidden words are how spam travels.
 */
export function hiddenRunsOf(part: Uint8Array): { part: Uint8Array; words: string } {
  const text = new TextDecoder().decode(part);
  if (!text.includes('vanish')) return { part, words: '' };
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
  return {
    part: new TextEncoder().encode(written + text.slice(from)),
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
      if (name === 'w:vanish' && last !== undefined)
        last.isHidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
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
