import { isDeepStrictEqual } from 'node:util';
import { categoryOf } from '../import/categories.js';
import { findingsOf } from '../import/findings.js';
import type { ImportContext, Meaning } from '../import/import-result.js';
import { readNumeric } from '../import/numeric-answer.js';
import { readTags } from '../import/small-fields.js';
import { readSources } from '../import/sources.js';
import { readText } from '../import/text-answer.js';
import { TYPE_NAMES } from '../import/type-words.js';
import type { Question, QuestionOf } from '../schema.js';

export type ExportContext = Pick<ImportContext, 'categories' | 'sources'>;

/** A question as the cells of a row: in plain words where an import reads them back alike, else in JSON. */
export function cellsOf(question: Question, context: ExportContext): ReadonlyMap<Meaning, string> {
  const cells = new Map<Meaning, string>([
    ['id', question.id],
    ['type', typeCell(question)],
    ['stem', question.stem],
    ['answer', answerCell(question)],
    ['explanation', question.explanation ?? ''],
    ['difficulty', String(question.difficulty)],
    ['category', categoryCell(question.category, context)],
    ['tags', tagsCell(question.tags ?? [])],
    ['source', sourceCell(question.citations, context)],
    ['time-limit', question.timeLimitSec === undefined ? '' : String(question.timeLimitSec)],
    ['unit', question.type === 'numeric' ? (question.answer.unit ?? '') : ''],
  ]);
  if ('options' in question) question.options.forEach(({ text }, n) => cells.set(`option-${n + 1}`, text));
  return cells;
}

function typeCell(question: Question): string {
  const name = TYPE_NAMES[question.type].zh;
  switch (question.type) {
    case 'multiple':
      if (question.answer.scoring === 'partial-no-wrong') return `${name}（漏选得分）`;
      if (question.answer.scoring === 'exact') return `${name}（全对得分）`;
      return question.answer.options.length === 1 ? '不定项选择题' : name;
    case 'ordering':
      if (question.answer.scoring === 'exact') return `${name}（全对得分）`;
      return question.answer.scoring === 'adjacent-pairs' ? `${name}（相邻得分）` : name;
    case 'text':
      return question.answer.anyOrder ? `${name}（不分先后）` : name;
    default:
      return name;
  }
}

function answerCell(question: Question): string {
  switch (question.type) {
    case 'single':
      return letters([question.answer.option], question);
    case 'multiple':
      return letters(question.answer.options, question);
    case 'ordering':
      return letters(question.answer.order, question);
    case 'boolean':
      return question.answer.value ? '正确' : '错误';
    case 'numeric':
      return numericCell(question.answer);
    case 'text':
      return textCell(question);
    case 'hotspot':
      return JSON.stringify({ media: question.media, ...question.answer });
  }
}

function letters(ids: readonly string[], { options }: QuestionOf<'single' | 'multiple' | 'ordering'>): string {
  return ids.map((id) => String.fromCharCode(65 + options.findIndex((option) => option.id === id))).join('');
}

function numericCell(answer: QuestionOf<'numeric'>['answer']): string {
  const { accept, decimals = 0, unit = '' } = answer;
  const shown = (value: number) => value.toFixed(decimals);
  const plain = accept.map(({ min, max }) => (min === max ? shown(min) : `${shown(min)}-${shown(max)}`)).join('；');
  const read = readNumeric(plain, unit);
  return read.ok && isDeepStrictEqual(read.answer, answer) ? plain : JSON.stringify(answer);
}

function textCell({ answer, stem }: QuestionOf<'text'>): string {
  const plain = answer.blanks.map(({ accept }) => accept.join('/')).join('；');
  const read = readText(plain, stem, answer.anyOrder ?? false);
  const isSame = read.ok && isDeepStrictEqual(read.answer.blanks, answer.blanks);
  return isSame ? plain : JSON.stringify(answer.blanks.map(({ accept }) => accept));
}

function categoryCell(id: string, context: ExportContext): string {
  const title = context.categories.find((category) => category.id === id)?.title ?? id;
  return categoryOf(title, {}, context) === id ? title : id;
}

function tagsCell(tags: readonly string[]): string {
  const plain = tags.join('、');
  const isSame = isDeepStrictEqual(readTags(plain, nobody()), tags);
  return isSame ? plain : JSON.stringify(tags);
}

/** Title and place of each source as people write them, with the day it was checked. */
function sourceCell(citations: Question['citations'], context: ExportContext): string {
  const plain = citations.map((citation) => citationCell(citation, context)).join('；');
  const { citations: read, leftOver } = readSources(plain, context.sources, nobody());
  const isSame = leftOver.length === 0 && isDeepStrictEqual(read, citations);
  return isSame ? plain : JSON.stringify(citations);
}

function citationCell(citation: Question['citations'][number], { sources }: ExportContext): string {
  const { source: id, locator = '', checkedOn } = citation;
  const source = sources.find((candidate) => candidate.id === id);
  const day = checkedOn === undefined ? '' : `（核对 ${checkedOn}）`;
  const isStandard = source?.number !== undefined && /^[A-Z]+[\dA-Z/]*\s?[\d.]+-\d{4}$/u.test(source.number);
  const name = source === undefined ? id : isStandard ? `${source.number}《${source.title}》` : `《${source.title}》`;
  return `${name}${isStandard && locator !== '' ? ' ' : ''}${locator}${day}`;
}

/** What is found while a cell is tried out concerns nobody. */
function nobody() {
  return findingsOf({ ref: '', where: {} });
}
