import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aPdf } from '#lib/testing/pdfs.ts';
import { faultInStreams, type StreamFault } from './pdf-streams.ts';

/** A document with one more object: a stream under this dictionary. */
const withStream = (dictionary: string, bytes: Buffer) =>
  Buffer.concat([
    aPdf().subarray(0, -7),
    Buffer.from(`9 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n%%EOF\n'),
  ]);
const objects = (text: string) => Buffer.from(`10 0 11 30 ${text}`, 'latin1');
const objStm = '/Type /ObjStm /N 2 /First 11 /Filter /FlateDecode';
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

const taken: [string, Buffer][] = [
  ['a plain document', aPdf()],
  ['objects without actions', withStream(objStm, deflateSync(objects('<< /Type /Page >> << /S /GoTo /D [3 0 R] >>')))],
  ['a web link', withStream(objStm, deflateSync(objects('<< /S /URI /URI (https://kaltimprov.go.id) >>')))],
  ['a packed page of text', aPdf({ stream: deflateSync(Buffer.from('BT (JavaScript) Tj ET')) })],
  ['/JS spelled by chance in a packed font', withStream('/Filter /FlateDecode', deflateSync(Buffer.from('\x01/JS x')))],
  ['a picture that unpacks to much', withStream('/Subtype /Image', deflateSync(Buffer.alloc(40_000_000)))],
];
test.each(taken)('%s is taken', (_, pdf) => {
  expect(faultInStreams(pdf)).toBeUndefined();
});

const endWord = Buffer.from('endstream ');
const refused: [string, Buffer, StreamFault][] = [
  ['a script among packed objects', withStream(objStm, deflateSync(objects(script))), 'pdf_active'],
  ['its short name alone', withStream(objStm, deflateSync(objects('<< /JS 12 0 R >>'))), 'pdf_active'],
  ['names with masked letters', withStream(objStm, deflateSync(objects('<< /#4a#61vaScript >>'))), 'pdf_active'],
  [
    'masked words of the dictionary',
    withStream('/Type /Obj#53tm /#4e 2 /First 11', deflateSync(objects('/JS'))),
    'pdf_active',
  ],
  ['no type at all', withStream('/N 2 /First 11 /Filter /FlateDecode', deflateSync(objects('/XFA'))), 'pdf_active'],
  ['objects that are not packed', withStream('/Type /ObjStm /N 2 /First 11', objects('<< /XFA 1 >>')), 'pdf_active'],
  [
    'the end of the stream spelled inside of it',
    withStream(objStm, deflateSync(Buffer.concat([endWord, objects(script)]), { level: 0 })),
    'pdf_active',
  ],
  ['a program to start', withStream(objStm, deflateSync(objects('<< /S /Launch >>'))), 'pdf_active'],
  ['another file', withStream(objStm, deflateSync(objects('<< /EmbeddedFiles 3 0 R >>'))), 'pdf_active'],
  ['a form that sends', withStream(objStm, deflateSync(objects('<< /S /SubmitForm >>'))), 'pdf_active'],
  ['a share of another machine', withStream(objStm, deflateSync(objects('<< /S /GoToR >>'))), 'pdf_active'],
  [
    'a script in what calls itself a picture',
    withStream(`/Image ${objStm}`, deflateSync(objects(script))),
    'pdf_active',
  ],
  [
    'words of the dictionary that a comment hides',
    withStream(`${objStm} /Image %1 0 obj\n/Image true`, deflateSync(objects('<< /JS 1 >>'))),
    'pdf_active',
  ],
  ['objects packed twice', withStream(`${objStm} /ASCIIHexDecode`, Buffer.from('789c')), 'pdf_unreadable'],
  ['objects behind a predictor', withStream(`${objStm} /DecodeParms << >>`, Buffer.from('x')), 'pdf_unreadable'],
  ['objects that unpack to nothing', withStream(objStm, Buffer.from([0x78, 0x9c, 0xff, 0xff])), 'pdf_unreadable'],
  ['a bomb', withStream(objStm, deflateSync(Buffer.alloc(40_000_000))), 'pdf_unreadable'],
];
test.each(refused)('%s is refused', (_, pdf, fault) => {
  expect(faultInStreams(pdf)).toBe(fault);
});
