/** Names of a PDF by which something runs, opens, sends or carries another file (ISO 32000-2, 7.11.4, 12.6, 13). */
import type { FileFault } from '../../../schema/messages/door/evidence.ts';

export const FORBIDDEN: ReadonlyMap<string, FileFault> = new Map([
  ['/JavaScript', 'SCRIPT'],
  ['/JS', 'SCRIPT'],
  ['/AA', 'ACTION'],
  ['/Launch', 'ACTION'],
  ['/URI', 'ACTION'],
  ['/SubmitForm', 'ACTION'],
  ['/ImportData', 'ACTION'],
  ['/GoToR', 'ACTION'],
  ['/GoToE', 'ACTION'],
  ['/GoToDp', 'ACTION'],
  ['/EmbeddedFile', 'ATTACHED'],
  ['/EmbeddedFiles', 'ATTACHED'],
  ['/EF', 'ATTACHED'],
  ['/FileAttachment', 'ATTACHED'],
  ['/Collection', 'ATTACHED'],
  ['/XFA', 'FORM'],
  ['/RichMedia', 'MEDIA'],
  ['/RichMediaExecute', 'MEDIA'],
  ['/Rendition', 'MEDIA'],
  ['/Movie', 'MEDIA'],
  ['/Sound', 'MEDIA'],
  ['/Screen', 'MEDIA'],
  ['/3D', 'MEDIA'],
  ['/GoTo3DView', 'MEDIA'],
  ['/Encrypt', 'ENCRYPTED'],
]);

/** As long that they do not come about by chance in ten million bytes of packed data. */
const LONG = 6;

/** The name in every spelling that escapes allow. */
const anySpelling = (name: string): string =>
  [...name.slice(1)].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('');

const HIDDEN_NAMES = [...FORBIDDEN.keys(), '/ObjStm'].filter((name) => name.length > LONG);

/** A name of these, or the head of an object, within data that hold no objects: a reader with a table that leads there would find it. */
export const HIDDEN = new RegExp(
  `\\/(?:${HIDDEN_NAMES.map(anySpelling).join('|')})(?![A-Za-z])|\\d(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]{0,200}[\\r\\n]){1,20}obj(?![A-Za-z])`,
  'i',
);
