import { Injectable, type StreamableFile } from '@nestjs/common';
import { joined, PATH_SIGNS } from '../../../domain/units/escaped-list.js';
import { cleanText, EXAMPLE_MARKS } from '../../../domain/units/unit-cells.js';
import { TableFiles } from '../files/table-files.service.js';
import type { FileLanguage } from '../files/unit-export.service.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { PLACE_STATES, ROSTER_HEADINGS, ROSTER_HELP, ROSTER_SHEETS, ROSTER_TOLD } from './roster-headings.js';
import { Rosters } from './rosters.service.js';

const WIDTHS = [40, 20, 14, 14, 10, 26];

/** Rosters as workbooks that an import reads back alike. */
@Injectable()
export class RosterExports {
  constructor(
    private readonly trees: UnitTreeService,
    private readonly rosters: Rosters,
    private readonly tables: TableFiles,
  ) {}

  /** The rosters of the unit and all below, with who has registered. */
  async export(unitId: string, language: FileLanguage): Promise<StreamableFile> {
    const { tree, rows: units } = await this.trees.load();
    const at = language === 'zh' ? 0 : 1;
    const ids = tree.subtree(unitId).filter((id) => tree.get(id)?.status !== 'merged');
    const places = new Map<string, Awaited<ReturnType<Rosters['ofUnits']>>>();
    for (const place of await this.rosters.ofUnits(ids)) {
      const own = places.get(place.unitId);
      if (own === undefined) places.set(place.unitId, [place]);
      else own.push(place);
    }
    const rows = ids.flatMap((id) => {
      const path = joined(tree.namesOf(id).map(cleanText), PATH_SIGNS);
      return (places.get(id) ?? []).map(({ name, employeeNo, claimedBy, claimedAt }) => [
        ...[path, units.get(id)?.code ?? '', name, employeeNo ?? ''],
        PLACE_STATES[claimedBy === null ? 'free' : 'claimed'][at],
        claimedAt === null ? '' : new Date(claimedAt).toISOString(),
      ]);
    });
    const head = [...headingsIn(at), ROSTER_TOLD.state[at], ROSTER_TOLD.claimedAt[at]];
    const sheet = { name: ROSTER_SHEETS.roster[at], rows: [head, ...rows], widths: WIDTHS };
    return this.tables.workbook('roster', [sheet]);
  }

  template(language: FileLanguage): Promise<StreamableFile> {
    const at = language === 'zh' ? 0 : 1;
    const example =
      language === 'zh'
        ? ['吉林市 / 某燃气公司 / 机修班', '9122-0101', `${EXAMPLE_MARKS[0]}张三`, 'A1024']
        : ['Jilin / Gas company / Repair', '9122-0101', '[Example] Zhang San', 'A1024'];
    return this.tables.workbook('roster-template', [
      { name: ROSTER_SHEETS.roster[at], rows: [headingsIn(at), example], widths: WIDTHS },
      { name: ROSTER_SHEETS.help[at], rows: ROSTER_HELP.map((line) => [line[at]]), widths: [100] },
    ]);
  }
}

function headingsIn(at: 0 | 1): string[] {
  const { path, code, name, employeeNo } = ROSTER_HEADINGS;
  return [path, code, name, employeeNo].map((words) => words[at]);
}
