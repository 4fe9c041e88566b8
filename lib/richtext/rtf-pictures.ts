/** A picture of a text in Rich Text Format; without bytes where it is a drawing that no browser shows. */
export type RtfPicture = {
  /** Empty for a drawing (EMF, WMF). */
  mediaType: 'image/png' | 'image/jpeg' | '';
  /** The picture itself, in hexadecimal digits or as bytes of its own. */
  bytes: Uint8Array<ArrayBuffer>;
  alt: string;
  /** As it is shown, in pixels of a screen; 0 where the text does not say. */
  width: number;
  height: number;
};

/** Groups whose pictures are no pictures of the text: the copy for old programs, signs of lists, heads of pages. */
const besides = new Set(
  'nonshppict listpicture header headerl headerr headerf footer footerl footerr footerf background'.split(' '),
);
/** Longest text that is read, and the most of its pictures. */
const longest = 120_000_000;
const mostPictures = 200;
/** Groups within groups that are told apart. */
const mostLevels = 500;

type Group = {
  isBeside: boolean;
  picture: OpenPicture | undefined;
  /** A property of the picture (`\sp`): its name and value are groups of their own. */
  property: { name: string; value: string } | undefined;
  part: 'none' | 'digits' | 'name' | 'value' | 'skipped';
};

type OpenPicture = {
  mediaType: RtfPicture['mediaType'];
  pieces: string[];
  binary: Uint8Array<ArrayBuffer> | undefined;
  description: string;
  goal: { width: number; height: number };
  scale: { across: number; down: number };
};

/**
 * The pictures of a text in Rich Text Format, in its order. Word on Windows puts pictures there alone: the HTML beside
 * it names files of its writer's disk.
 *
 * One pass over the text, and nothing of it is followed: no fields, no objects, no addresses.
 */
export function rtfPictures(rtf: string): RtfPicture[] {
  if (!rtf.startsWith('{\\rtf') || rtf.length > longest) return [];
  const reader = new PictureReader();
  // Digits in pieces: the engine remembers every letter of a run, and a picture has millions.
  const token = /[{}]|\\(?:([a-z]{1,32})(-?\d{1,10})?[ ]?|'([0-9a-f]{2})|[^a-z])|[^{}\\]{1,4096}/giy;
  for (let at = 0; at < rtf.length && !reader.isFull; ) {
    token.lastIndex = at;
    const found = token.exec(rtf);
    if (found === null) break;
    at = token.lastIndex;
    const [whole, word, number, byte] = found;
    if (whole === '{') reader.open();
    else if (whole === '}') reader.close();
    else if (word === 'bin') {
      const length = Math.max(0, Number(number ?? 0));
      reader.binary(rtf.slice(at, at + length));
      at += length;
    } else if (word !== undefined) reader.word(word, number === undefined ? undefined : Number(number));
    else if (byte !== undefined) reader.text(String.fromCharCode(Number.parseInt(byte, 16)));
    else if (whole.startsWith('\\')) reader.sign(whole.charAt(1));
    else reader.text(whole);
  }
  return reader.pictures;
}

class PictureReader {
  readonly pictures: RtfPicture[] = [];
  readonly #groups: Group[] = [];
  /** Groups deeper than are told apart. */
  #deeper = 0;
  /** Behind a letter by its number stands another for old programs. */
  #isSpare = false;

  get isFull(): boolean {
    return this.pictures.length >= mostPictures;
  }

  open(): void {
    if (this.#groups.length >= mostLevels) {
      this.#deeper += 1;
      return;
    }
    const outer = this.#groups.at(-1);
    this.#groups.push({
      isBeside: outer?.isBeside ?? false,
      picture: outer?.picture,
      property: outer?.property,
      part: outer?.part === 'digits' ? 'none' : (outer?.part ?? 'none'),
    });
  }

  close(): void {
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    const group = this.#groups.pop();
    const outer = this.#groups.at(-1);
    if (group?.property !== undefined && outer?.property === undefined && group.picture !== undefined) {
      const { name, value } = group.property;
      if (name.trim() === 'wzDescription' || (name.trim() === 'wzName' && group.picture.description === ''))
        group.picture.description = value.trim();
    }
    if (group?.picture !== undefined && outer?.picture === undefined) this.pictures.push(finished(group.picture));
  }

  word(word: string, number: number | undefined): void {
    const group = this.#groups.at(-1);
    if (group === undefined) return;
    if (besides.has(word)) group.isBeside = true;
    if (word === 'pict' && !group.isBeside) {
      group.part = 'digits';
      group.picture = {
        mediaType: '',
        pieces: [],
        binary: undefined,
        description: '',
        goal: { width: 0, height: 0 },
        scale: { across: 100, down: 100 },
      };
      return;
    }
    if (group.picture === undefined) return;
    if (word === 'sp') group.property = { name: '', value: '' };
    else if (word === 'sn') group.part = 'name';
    else if (word === 'sv') group.part = 'value';
    else if (word === 'blipuid') group.part = 'skipped';
    else if (word === 'u' && number !== undefined) {
      this.text(String.fromCharCode(number < 0 ? number + 65_536 : number));
      this.#isSpare = true;
    } else if (group.part === 'digits') measure(group.picture, word, number ?? 0);
  }

  sign(sign: string): void {
    if ('\\{}'.includes(sign)) this.text(sign);
  }

  text(written: string): void {
    const text = this.#isSpare ? written.slice(1) : written;
    this.#isSpare = false;
    const group = this.#groups.at(-1);
    if (group?.picture === undefined || this.#deeper > 0) return;
    if (group.part === 'digits') group.picture.pieces.push(text);
    else if (group.part === 'name' && group.property !== undefined) group.property.name += text.slice(0, 100);
    else if (group.part === 'value' && group.property !== undefined && group.property.value.length < 1_000)
      group.property.value += text.slice(0, 1_000);
  }

  binary(text: string): void {
    const group = this.#groups.at(-1);
    if (group?.picture !== undefined && group.part === 'digits')
      group.picture.binary = Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
  }
}

function measure(picture: OpenPicture, word: string, number: number): void {
  if (word === 'pngblip') picture.mediaType = 'image/png';
  else if (word === 'jpegblip') picture.mediaType = 'image/jpeg';
  else if (word === 'picwgoal') picture.goal.width = number;
  else if (word === 'pichgoal') picture.goal.height = number;
  else if (word === 'picscalex') picture.scale.across = number;
  else if (word === 'picscaley') picture.scale.down = number;
}

/** Twips (1,440 an inch) in a pixel (96 an inch). */
const twips = 15;

function finished({ mediaType, pieces, binary, description, goal, scale }: OpenPicture): RtfPicture {
  const shown = (length: number, percent: number) => Math.max(0, Math.round((length * percent) / 100 / twips));
  return {
    mediaType,
    bytes: mediaType === '' ? new Uint8Array() : (binary ?? bytesOfDigits(pieces.join(''))),
    alt: description,
    width: shown(goal.width, scale.across),
    height: shown(goal.height, scale.down),
  };
}

function bytesOfDigits(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length >> 1);
  let length = 0;
  let high = -1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      bytes[length] = (high << 4) | digit;
      length += 1;
      high = -1;
    }
  }
  return bytes.slice(0, length);
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
