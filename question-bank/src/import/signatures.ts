import type { ImportProblemCode } from './import-result.js';
import { oleKind } from './ole.js';
import type { ProblemValues } from './problem-text.js';
import { isZip } from './zip-gate.js';

/** What a file is by its first bytes or words, one entry a format: a new reader replaces the entry that refuses it. */

export type Refusal = { readonly code: ImportProblemCode; readonly values?: ProblemValues };

interface Signature {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly refusal: Refusal;
}

const starts =
  (...prefixes: readonly (string | readonly number[])[]) =>
  (bytes: Uint8Array) =>
    prefixes.some((prefix) => {
      const wanted = typeof prefix === 'string' ? [...prefix].map((character) => character.charCodeAt(0)) : prefix;
      return wanted.every((byte, n) => bytes[n] === byte);
    });

const has = (text: string, within: number) => (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(within, bytes.byteLength)).includes(text, 0, 'latin1');

/** Files that are no text and no office file. */
const BINARY: readonly Signature[] = [
  { is: has('%PDF-', 1024), refusal: { code: 'file_is_pdf' } },
  {
    is: starts([0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], 'GIF8', [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]),
    refusal: { code: 'file_is_picture' },
  },
  { is: (bytes) => starts('RIFF')(bytes) && has('WEBP', 12)(bytes), refusal: { code: 'file_is_picture' } },
  { is: (bytes) => starts('BM')(bytes) && bytes[6] === 0 && bytes[7] === 0, refusal: { code: 'file_is_picture' } },
  { is: has('ftyphei', 12), refusal: { code: 'file_is_picture' } },
  { is: starts('{\\rtf'), refusal: { code: 'file_is_rtf' } },
  { is: starts('Rar!', '7z\u00BC\u00AF', [0x1f, 0x8b, 8]), refusal: { code: 'file_is_archive' } },
  { is: (bytes) => oleKind(bytes) === 'encrypted', refusal: { code: 'file_encrypted' } },
  { is: (bytes) => oleKind(bytes) === 'doc', refusal: { code: 'word_too_old' } },
  { is: (bytes) => oleKind(bytes) === 'other', refusal: { code: 'file_unknown' } },
];

export function binaryRefusal(bytes: Uint8Array): Refusal | undefined {
  return isZip(bytes) ? undefined : BINARY.find(({ is }) => is(bytes))?.refusal;
}

const unsupported = (zh: string, en: string): Refusal => ({ code: 'file_unsupported', values: { format: { zh, en } } });
const notYet = (format: string): Refusal => ({ code: 'format_not_yet', values: { format } });

/** Archives by the names of their entries. */
const ARCHIVES: readonly { readonly has: RegExp; readonly is: 'xlsx' | 'docx' | Refusal }[] = [
  { has: /^xl\/(?:workbook|worksheets\/)/u, is: 'xlsx' },
  { has: /^word\/document\.xml$/u, is: 'docx' },
  { has: /^ppt\//u, is: unsupported('演示文稿（PPT）', 'a presentation') },
  { has: /^imsmanifest\.xml$|assessmentItem.*\.xml$/u, is: notYet('QTI') },
  { has: /^Index\/.*\.iwa$|^Index\.zip$/u, is: unsupported('苹果 iWork ', 'Apple iWork') },
  { has: /^content\.xml$/u, is: unsupported('开放文档（.ods/.odt）', 'OpenDocument') },
  { has: /^(?:mimetype|META-INF\/)/u, is: unsupported('电子书等', 'an e-book or the like') },
];

export function archiveKind(names: readonly string[]): 'xlsx' | 'docx' | Refusal {
  const found = ARCHIVES.find(({ has: pattern }) => names.some((name) => pattern.test(name)));
  return found?.is ?? { code: 'file_is_archive' };
}

/** Texts of a known kind; the first 64 kB are looked at. */
const TEXTS: readonly { readonly is: (sample: string) => boolean; readonly refusal: Refusal }[] = [
  { is: matches(/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<quiz[\s>]/u), refusal: notYet('Moodle XML') },
  {
    is: matches(/^\s*<[\s\S]{0,2000}?<?(?:\w+:)?(?:assessmentItem|assessmentTest|questestinterop)[\s>]/u),
    refusal: notYet('QTI'),
  },
  {
    is: matches(
      /^\s*(?:<!doctype html|<html|<table|<meta|<head|<body|<div)[\s>]|^MIME-Version:|urn:schemas-microsoft-com:office:/iu,
    ),
    refusal: { code: 'file_is_web_page' },
  },
  { is: matches(/^\s*<\?xml\s|^\s*<!DOCTYPE/u), refusal: unsupported(' XML ', 'XML') },
  { is: isGift, refusal: notYet('GIFT') },
  { is: isAiken, refusal: notYet('Aiken') },
];

const SAMPLE = 64 * 1024;

export function textRefusal(text: string): Refusal | undefined {
  const sample = text.slice(0, SAMPLE);
  return TEXTS.find(({ is }) => is(sample))?.refusal;
}

function matches(pattern: RegExp): (sample: string) => boolean {
  return (sample) => pattern.test(sample);
}

/** Answers in braces with = and ~, or titles between colons. */
function isGift(sample: string): boolean {
  const answers = sample.match(/\{[^{}]{0,600}(?:[=~][^{}]{1,600}|T|TRUE|F|FALSE|#-?\d[^{}]{0,60})\}/gu)?.length ?? 0;
  const titles = sample.match(/^::[^:\n]{1,200}::/gmu)?.length ?? 0;
  return (
    answers > 0 &&
    !/^\s*[{[]\s*["{[]/u.test(sample) &&
    (titles > 0 || /\{\s*[=~]|\{\s*(?:T|F|TRUE|FALSE)\s*\}/u.test(sample))
  );
}

/** `ANSWER: B` below options; Chinese banks write 答案. */
function isAiken(sample: string): boolean {
  return /^[A-J][.)]\s/mu.test(sample) && /^ANSWER:\s*[A-J]\s*$/mu.test(sample) && !/答案/u.test(sample);
}
