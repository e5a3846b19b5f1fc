import * as z from 'zod';
import { Citation as CitationCell, type Question } from '../schema.js';
import type { Findings } from './findings.js';
import type { ImportContext } from './import-result.js';
import { jsonIn } from './json-cell.js';

type Citation = Question['citations'][number];
type Source = ImportContext['sources'][number];

export interface SourceReading {
  readonly citations: readonly Citation[];
  /** What names no source of the bank, as written; it goes into the explanation. */
  readonly leftOver: readonly string[];
}

const MAX_CITATIONS = 6;
const MAX_LOCATOR = 60;
const MAX_TEXT = 2000;

/** `GB 30871-2022`, `GB/T 3608-2025`, `JGJ80-2016`, `DB11/T 1620-2019`. */
const NUMBER = /[A-Z]{1,5}\d{0,2}(?:\s*\/\s*[TZ])?\s*\d[\d.]*\s*[-—–－]\s*\d{4}/iu;
/** The title, and the brackets right behind it: a number or an edition. */
const TITLE = /《([^《》]+)》\s*(?:[（(]([^（）()]*)[)）])?/u;
const CHECKED_ON = /[（(]\s*核对(?:于|日期)?\s*[:：]?\s*(\d{4}-\d{2}-\d{2})\s*[)）]/u;
const LOCATOR = /^[第\d.．一二三四五六七八九十百零〇两条款项章节编目之附录表部分则A-Z()（）、,，和及与至到～~\-—\s]+$/u;
/** Parts of a standard or law that have a name instead of a number. */
const PART = /^(?:术语和定义|术语|定义|范围|总则|附则|前言|引言|规范性引用文件)$/u;
const HAS_NUMBER = /[\d一二三四五六七八九十百零〇两]|附录/u;

/**
 * Citations from a text such as `《安全生产法》第二十条；GB 30871-2022 5.2`. A source is known by id, number, title or
 * title without 中华人民共和国. What fits no source or several stays text: an edition is never guessed.
 */
export function readSources(text: string, sources: readonly Source[], findings: Findings): SourceReading {
  const listed = jsonIn(z.array(CitationCell).max(MAX_CITATIONS), text);
  if (listed?.every(({ source }) => sources.some(({ id }) => id === source)))
    return { citations: listed, leftOver: [] };
  // It goes into the explanation, which is then refused for its length.
  if (text.length > MAX_TEXT) return { citations: [], leftOver: [text] };
  const citations: Citation[] = [];
  const leftOver: string[] = [];
  for (const reference of references(text)) {
    const { found, locator, checkedOn, rest } = readReference(reference, sources);
    const [source] = found;
    if (source === undefined || found.length > 1 || citations.length >= MAX_CITATIONS) {
      findings.note(found.length > 1 ? 'source_ambiguous' : 'source_unknown', reference);
      leftOver.push(reference);
      continue;
    }
    if (rest !== '') leftOver.push(reference);
    citations.push({ source: source.id, ...(locator ? { locator } : {}), ...(checkedOn ? { checkedOn } : {}) });
  }
  return { citations, leftOver };
}

function references(text: string): string[] {
  return text
    .split(/[;；\n]+|(?<=[条款项）)\d])\s*[、,，和及]\s*(?=《)/u)
    .map((part) => part.trim().replace(/^(?:依据|根据|出处|来源|参见|见|详见)\s*[:：]?\s*/u, ''))
    .filter(Boolean);
}

interface Reference {
  readonly found: readonly Source[];
  readonly locator: string;
  readonly checkedOn?: string | undefined;
  /** What is neither name nor place. */
  readonly rest: string;
}

function readReference(reference: string, sources: readonly Source[]): Reference {
  const checkedOn = CHECKED_ON.exec(reference)?.[1];
  let rest = reference.replace(CHECKED_ON, '');
  const title = TITLE.exec(rest);
  const edition = title?.[2] ?? '';
  if (title) rest = rest.replace(title[0], ' ');
  const number = NUMBER.exec(edition) ?? NUMBER.exec(rest);
  if (number) rest = rest.replace(number[0], ' ');
  let found = sources;
  if (title) found = found.filter((source) => titlesOf(source).includes(compact(title[1] ?? '')));
  if (number) found = found.filter((source) => compact(source.number ?? '') === compact(number[0]));
  else if (title) found = found.filter((source) => isEditionOf(edition, source));
  if (!title && !number) ({ found, rest } = byBeginning(rest, sources));
  return { found, checkedOn, ...placeIn(rest) };
}

/** A reference without 《》 and number begins with an id or a title; the longest one counts. */
function byBeginning(text: string, sources: readonly Source[]): { found: readonly Source[]; rest: string } {
  const names = sources.flatMap((source) =>
    [source.id, source.title, withoutState(source.title), source.number ?? ''].map((name) => ({ source, name })),
  );
  const fitting = names.filter(({ name }) => name !== '' && text.startsWith(name));
  const length = Math.max(0, ...fitting.map(({ name }) => name.length));
  const found = [...new Set(fitting.filter(({ name }) => name.length === length).map(({ source }) => source))];
  return { found, rest: text.slice(length) };
}

function placeIn(text: string): { locator: string; rest: string } {
  const bare = text
    .replace(/[（(]\s*[)）]/gu, ' ')
    .trim()
    .replace(/^[,，、:：.。\s]+|[,，、:：.。\s]+$/gu, '')
    .replace(/(?:的|之)?(?:有关|相关)?(?:规定|要求)$/u, '')
    .trim();
  const isNumbered = LOCATOR.test(bare) && HAS_NUMBER.test(bare);
  const isPlace = bare.length <= MAX_LOCATOR && (isNumbered || PART.test(bare));
  return isPlace ? { locator: bare, rest: '' } : { locator: '', rest: bare };
}

function titlesOf({ title }: Source): string[] {
  return [title, withoutState(title), withoutEdition(title), withoutEdition(withoutState(title))].map(compact);
}

function withoutState(title: string): string {
  return title.replace(/^中华人民共和国/u, '');
}

function withoutEdition(title: string): string {
  return title.replace(/[（(][^（）()]*[)）]$/u, '');
}

/** `（2021年修正）` after a title names this source only if its year is in its id, number or title. */
function isEditionOf(edition: string, { id, title, number = '' }: Source): boolean {
  const names = compact(`${id} ${title} ${number}`);
  const year = /\d{4}/u.exec(edition.normalize('NFKC'))?.[0];
  return year === undefined ? compact(edition) === '' || names.includes(compact(edition)) : names.includes(year);
}

function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[—–－−‐]/gu, '-')
    .replace(/[\s〈〉《》<>]/gu, '');
}
