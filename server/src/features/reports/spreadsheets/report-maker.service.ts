import type { ReportKind } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { Sheet } from '../../../platform/spreadsheet/workbook.js';
import { ContestsApi, type ContestFigures, type ReportedContest } from '../../contest/contest.api.js';
import { ParticipantsApi } from '../../units/units.api.js';
import { daySheet, peopleSheets, questionSheet, regionSheets, unitSheet, type PersonRow } from './report-sheets.js';
import { type ReportLanguage, reportWords } from './report-words.js';

type Progress = (percent: number) => Promise<void>;

/** The sheets of a report, from the roll-ups: answers are never looked at. */
@Injectable()
export class ReportMaker {
  constructor(
    private readonly contests: ContestsApi,
    private readonly participants: ParticipantsApi,
  ) {}

  async sheets(contest: ReportedContest, kind: ReportKind, language: ReportLanguage, tell: Progress): Promise<Sheet[]> {
    const words = reportWords(language);
    if (kind === 'questions') return [questionSheet(await this.contests.questions(contest.id), words)];
    const figures = await this.contests.figures(contest.id);
    await tell(10);
    switch (kind) {
      case 'regions':
        return regionSheets(figures, words);
      case 'units':
        return [unitSheet(figures, (id) => contest.unitIds === null || contest.unitIds.has(id), words)];
      case 'days':
        return [daySheet(this.contests.days(contest, figures), words)];
      case 'people':
        return peopleSheets(await this.people(contest, figures, tell), figures, words);
    }
  }

  private async people(contest: ReportedContest, figures: ContestFigures, tell: Progress): Promise<PersonRow[]> {
    const rows: PersonRow[] = [];
    const expected = Math.max(1, figures.total.people);
    for await (const slice of this.contests.people(contest.id, contest.unitIds)) {
      const known = await this.participants.find(slice.map(({ personId }) => personId));
      for (const { personId, ...person } of slice) {
        const { name = '', employeeNo = null } = known.get(personId) ?? {};
        rows.push({ ...person, name, employeeNo });
      }
      await tell(10 + Math.min(70, Math.floor((70 * rows.length) / expected)));
    }
    return rows;
  }
}
