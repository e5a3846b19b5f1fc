import type { ImportItem } from '@anquanli/contract/bank-imports.js';
import type { ImportResult } from '@anquanli/question-bank/import/import-result.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { BankQuestionRepository } from '../questions/bank-question.repository.js';
import { importKeyOf, isNotice } from './import-counts.js';
import { ImportFiles } from './import-files.js';
import { ImportReader } from './import-reader.service.js';
import { ImportsService } from './imports.service.js';

const PAGE = 50;

export type ImportView = 'good' | 'refused' | 'notices' | 'similar';

interface Row {
  readonly ref: string;
  readonly where: ImportItem['where'];
  readonly cells: ImportResult['refused'][number]['cells'];
  readonly question: ImportItem['question'];
}

/** Rows and blocks of an import as the admin goes through them. */
@Injectable()
export class ImportItems {
  constructor(
    private readonly imports: ImportsService,
    private readonly files: ImportFiles,
    private readonly reader: ImportReader,
    private readonly questions: BankQuestionRepository,
  ) {}

  async page(id: string, view: ImportView, offset: number): Promise<Result<{ items: ImportItem[]; total: number }>> {
    const read = await this.readingOf(id);
    if (!read.ok) return read;
    const { setId, result } = read.value;
    const rows = viewed(result, view);
    const items = await this.described(id, setId, result, rows.slice(offset, offset + PAGE));
    return accept({ items, total: rows.length });
  }

  async one(id: string, ref: string): Promise<Result<ImportItem>> {
    const read = await this.readingOf(id);
    if (!read.ok) return read;
    const { setId, result } = read.value;
    const row = [...good(result), ...refused(result)].find((each) => each.ref === ref);
    const [item] = row === undefined ? [] : await this.described(id, setId, result, [row]);
    return item === undefined ? refuse('not_found') : accept(item);
  }

  /** What was read, once it has been. */
  async readingOf(id: string): Promise<Result<{ setId: string; version: number; result: ImportResult }>> {
    const row = await this.imports.find(id);
    if (row === null) return refuse('not_found');
    const reading = await this.files.reading(id);
    // A reading of other choices is not what the admin sees.
    if (row.state === 'reading' || reading?.version !== row.version) return refuse('import_reading');
    return accept({ setId: row.setId, version: row.version, result: reading.result });
  }

  private async described(
    id: string,
    setId: string,
    result: ImportResult,
    rows: readonly Row[],
  ): Promise<ImportItem[]> {
    const refs = new Set(rows.map(({ ref }) => ref));
    const duplicates = result.duplicates.filter(({ ref }) => refs.has(ref));
    const ids = duplicates.flatMap(({ other }) => ('questionId' in other ? [other.questionId] : []));
    const others = new Map(
      [...good(result).map((one) => [one.ref, one.question] as const)].concat(
        (await this.questions.findMany(setId, ids)).map(({ content }) => [content.id, content] as const),
      ),
    );
    const keys = rows.map(({ ref }) => importKeyOf(result.file.sha256, ref));
    const known = await this.reader.knownOf(setId, keys);
    const { repairs = {} } = await this.files.choices(id);
    return rows.map((row) => ({
      ref: row.ref,
      where: row.where,
      cells: row.cells.map((cell) => ({ ...cell })),
      question: row.question,
      problems: result.problems.filter(({ ref }) => ref === row.ref),
      similar: duplicates
        .filter(({ ref }) => ref === row.ref)
        .map(({ other, similarity }) => {
          const [otherRef, questionId] = 'ref' in other ? [other.ref, null] : [null, other.questionId];
          const there = others.get(otherRef ?? questionId ?? '');
          const options = there && 'options' in there ? there.options.map(({ text }) => text) : [];
          return { ref: otherRef, questionId, stem: there?.stem ?? '', options, similarity };
        }),
      isRepaired: row.ref in repairs,
      isKnown: known.has(importKeyOf(result.file.sha256, row.ref)),
    }));
  }
}

function viewed(result: ImportResult, view: ImportView): Row[] {
  switch (view) {
    case 'good':
      return good(result);
    case 'refused':
      return refused(result);
    case 'notices': {
      const refs = new Set(result.problems.filter(isNotice).map(({ ref }) => ref));
      return good(result).filter(({ ref }) => refs.has(ref));
    }
    case 'similar': {
      const refs = new Set(result.duplicates.map(({ ref }) => ref));
      return good(result).filter(({ ref }) => refs.has(ref));
    }
  }
}

function good({ questions }: ImportResult): Row[] {
  return [...questions];
}

function refused(result: ImportResult): Row[] {
  return result.refused.map((item) => ({ ...item, question: null }));
}
