import { UNIT_COLUMNS } from '@anquanli/contract/unit-files.js';
import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { cellsOf, EXAMPLE_MARKS } from '../../../domain/units/unit-cells.js';
import { UnitListService } from '../tree/unit-list.service.js';
import { reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { TableFiles } from './table-files.service.js';
import { SHEET_NAMES, STATUS_WORDS, TOLD_HEADINGS, UNIT_HEADINGS, UNIT_HELP } from './unit-headings.js';

export type FileLanguage = 'zh' | 'en';

const WIDTHS = [36, 24, 10, 12, 22, 10, 24, 12, 10, 10];

/** The tree as a workbook that an import reads back alike. */
@Injectable()
export class UnitExports {
  constructor(
    private readonly trees: UnitTreeService,
    private readonly units: UnitListService,
    private readonly tables: TableFiles,
  ) {}

  /** A unit and all below it, or all in reach; merged ones are told as aliases. A unit out of reach is `not_found`. */
  async export(actor: Actor, unitId: string | null, language: FileLanguage): Promise<Result<StreamableFile>> {
    const tree = await this.trees.tree();
    if (unitId !== null && !reaches(actor, 'units.read', tree, unitId)) return refuse('not_found');
    const meant = unitId === null ? null : new Set(tree.subtree(unitId));
    const units = (await this.units.list(actor)).filter(({ id }) => meant === null || meant.has(id));
    const at = language === 'zh' ? 0 : 1;
    const rows = units.flatMap((unit) => {
      if (unit.status === 'merged') return [];
      const cells = cellsOf(unit, unit.parentId === null ? [] : tree.namesOf(unit.parentId), language);
      const texts = UNIT_COLUMNS.map((column) => (column === 'headCount' ? (unit.headCount ?? '') : cells[column]));
      return [[...texts, STATUS_WORDS[unit.status][at], unit.people]];
    });
    const told = [TOLD_HEADINGS.status[at], TOLD_HEADINGS.people[at]];
    const sheet = { name: SHEET_NAMES.units[at], rows: [[...headingsIn(language), ...told], ...rows], widths: WIDTHS };
    return accept(await this.tables.workbook('units', [sheet]));
  }

  template(language: FileLanguage): Promise<StreamableFile> {
    const at = language === 'zh' ? 0 : 1;
    const mark = language === 'zh' ? EXAMPLE_MARKS[0] : '[Example] ';
    const written = language === 'zh' ? ZH_EXAMPLE : EN_EXAMPLE;
    const cells = cellsOf({ ...written, name: `${mark}${written.name}` }, written.path, language);
    const example = UNIT_COLUMNS.map((column) => cells[column]);
    return this.tables.workbook('units-template', [
      { name: SHEET_NAMES.units[at], rows: [headingsIn(language), example], widths: WIDTHS },
      { name: SHEET_NAMES.help[at], rows: UNIT_HELP.map((line) => [line[at]]), widths: [100] },
    ]);
  }
}

const COMMON = { kind: 'team', code: '9122-0101', headCount: 24, needsApproval: false } as const;
const ZH_EXAMPLE = {
  ...COMMON,
  ...{ path: ['吉林省', '长春市', '某燃气公司'], name: '机修一班', sector: '燃气', aliases: ['机修班', '维修一班'] },
};
const EN_EXAMPLE = {
  ...COMMON,
  ...{ path: ['Jilin', 'Changchun', 'Gas company'], name: 'Repair team 1', sector: 'Gas', aliases: ['Repair'] },
};

function headingsIn(language: FileLanguage): string[] {
  return UNIT_COLUMNS.map((column) => UNIT_HEADINGS[column][language === 'zh' ? 0 : 1]);
}
