import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveRoundEntity } from '../../src/features/live/entities/live-round.entity.js';
import { AnswerJournal, type AnswerFate } from '../../src/features/live/answers/answer-journal.js';
import { AnswerWriter, type StoredAnswer } from '../../src/features/live/answers/answer-writer.js';
import { answerWriterFor } from '../../src/features/live/live.module.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { aRoundRow, anAnswer } from '../support/round-rows.js';

/** What journal and writer promise together, whatever the engine and its isolation. */
export function answerWriterContract(
  name: string,
  open: () => Promise<{ unitOfWork: UnitOfWork; close: () => Promise<void> }>,
): void {
  describe(`answers on ${name}`, () => {
    let unitOfWork: UnitOfWork;
    let close: () => Promise<void>;
    let writer: AnswerWriter;

    beforeAll(async () => {
      ({ unitOfWork, close } = await open());
      writer = answerWriterFor(unitOfWork);
    }, 120_000);

    afterAll(async () => close());

    async function aRound(changes: Partial<LiveRoundEntity> = {}): Promise<LiveRoundEntity> {
      const row = aRoundRow(changes);
      await unitOfWork.run((tx) => tx.insert(LiveRoundEntity, row));
      return row;
    }

    const find = (roundId: string, count = 1_000) =>
      writer.find(
        roundId,
        1,
        Array.from({ length: count }, (_, index) => index + 1),
      );

    /** What a reveal does: the compare-and-set first, then it reads what there is to score. */
    const reveal = (roundId: string): Promise<number> =>
      unitOfWork.run(async (tx) => {
        await tx.query(`UPDATE live_round SET phase = 'reveal', version = version + 1 WHERE id = ? AND version = 1`, [
          roundId,
        ]);
        const rows: { n: number | string }[] = await tx.query(
          'SELECT COUNT(*) AS n FROM live_answer WHERE round_id = ? AND question_no = 1',
          [roundId],
        );
        return Number(rows[0]?.n);
      });

    it('gives an answer back as it was stored', async () => {
      const round = await aRound();
      const answers = [
        anAnswer(1, { rttMs: null, isDraft: true }),
        anAnswer(2, { choice: '{"kind":"boolean","value":false}' }),
      ];
      expect(await writer.write(round.id, 1, answers)).toBe('written');
      const stored = (await writer.find(round.id, 1, [1, 2, 3])).sort((a, b) => a.seatNo - b.seatNo);
      expect(stored).toEqual(answers);
    });

    it.each(['lobby', 'reveal', 'leaderboard', 'finished', 'aborted'] as const)(
      'writes nothing in the phase %s',
      async (phase) => {
        const round = await aRound({ phase });
        expect(await writer.write(round.id, 1, [anAnswer(1)])).toBe('fenced');
        expect(await find(round.id)).toEqual([]);
      },
    );

    it('writes while a question is closed but not revealed, and nothing for any other question', async () => {
      const round = await aRound({ phase: 'question_closed', questionNo: 1 });
      expect(await writer.write(round.id, 1, [anAnswer(1)])).toBe('written');
      expect(await writer.write(round.id, 2, [anAnswer(2)])).toBe('fenced');
      expect(await writer.write('00000000-0000-0000-0000-000000000000', 1, [anAnswer(1)])).toBe('fenced');
    });

    it('writes nothing of a batch in which one seat has an answer already', async () => {
      const round = await aRound();
      await writer.write(round.id, 1, [anAnswer(7)]);
      expect(await writer.write(round.id, 1, [anAnswer(6), anAnswer(7), anAnswer(8)])).toBe('duplicate');
      expect((await find(round.id)).map(({ seatNo }) => seatNo)).toEqual([7]);
    });

    it('answers a repetition inside one batch and against stored rows with the first one, and stores the rest', async () => {
      const round = await aRound();
      const journal = new AnswerJournal(writer);
      const stored = anAnswer(1);
      await journal.append(round.id, 1, stored);
      const first = anAnswer(2);
      const batch = [anAnswer(1), anAnswer(3), first, anAnswer(2), { ...first }, anAnswer(4), { ...stored }];
      const fates = await Promise.all(batch.map((answer) => journal.append(round.id, 1, answer)));
      expect(fates.map(({ kind }) => kind)).toEqual(['known', 'stored', 'stored', 'known', 'known', 'stored', 'known']);
      expect(fates[0]).toMatchObject({ answer: stored });
      expect(fates[3]).toMatchObject({ answer: first });
      expect(fates[4]).toMatchObject({ answer: first });
      expect(fates[6]).toMatchObject({ answer: stored });
      expect((await find(round.id)).length).toBe(4);
    });

    it('gives an answer that is stored its first reply although the question is over, and refuses the others', async () => {
      const round = await aRound();
      const journal = new AnswerJournal(writer);
      const stored = anAnswer(1);
      await journal.append(round.id, 1, stored);
      await reveal(round.id);
      const fates = await Promise.all([stored, anAnswer(2)].map((answer) => journal.append(round.id, 1, answer)));
      expect(fates).toEqual([{ kind: 'known', answer: stored }, { kind: 'fenced' }]);
    });

    it('lets two journals that write the same seats at once store each seat once, with one first reply', async () => {
      const round = await aRound();
      const journals = [new AnswerJournal(writer), new AnswerJournal(writer)];
      const seats = Array.from({ length: 150 }, (_, index) => index + 1);
      const fates = await Promise.all(
        seats.flatMap((seatNo) =>
          journals.map(async (journal) => ({ seatNo, fate: await journal.append(round.id, 1, anAnswer(seatNo)) })),
        ),
      );
      const rows = new Map((await find(round.id)).map((row) => [row.seatNo, row.answerId]));
      expect(rows.size).toBe(seats.length);
      expect(fates.filter(({ fate }) => fate.kind === 'stored').length).toBe(seats.length);
      for (const { seatNo, fate } of fates) expect(answerIdOf(fate)).toBe(rows.get(seatNo));
    });

    it('loses no acknowledged answer and counts none too many when a reveal comes in between, whatever the moment', async () => {
      let acknowledged = 0;
      let refused = 0;
      for (let race = 0; race < RACES; race += 1) {
        const round = await aRound({ phase: race % 2 === 0 ? 'question_open' : 'question_closed' });
        const journals = [new AnswerJournal(writer), new AnswerJournal(writer)];
        const answers = Array.from({ length: 400 }, (_, index) => anAnswer(index + 1));
        let settled = 0;
        const revealAfter = (race * 400) / RACES;
        let revealed: Promise<number> | null = race === 0 ? reveal(round.id) : null;
        const fates = await Promise.all(
          answers.map(async (answer, index) => {
            // They come in waves, so that there are many batches; the reveal starts somewhere among them.
            for (let wave = 0; wave < index / 50; wave += 1) await turn();
            const fate = await journals[index % 2]?.append(round.id, 1, answer);
            settled += 1;
            if (settled > revealAfter) revealed ??= reveal(round.id);
            return fate;
          }),
        );
        const seenByReveal = await (revealed ?? reveal(round.id));
        const stored = fates.filter((fate) => fate?.kind === 'stored').length;
        const rows = await find(round.id);
        expect({ race, seenByReveal, rows: rows.length }).toEqual({ race, seenByReveal: stored, rows: stored });
        acknowledged += stored;
        refused += fates.length - stored;
      }
      // Otherwise this would not have been a race.
      expect(acknowledged).toBeGreaterThan(400);
      expect(refused).toBeGreaterThan(400);
    }, 60_000);

    it('keeps the count of written answers in step with the rows', async () => {
      const round = await aRound();
      const journal = new AnswerJournal(writer);
      const seats = [1, 2, 3, 2, 1, 4].map((seatNo) => journal.append(round.id, 1, anAnswer(seatNo)));
      await Promise.all(seats);
      const row = await unitOfWork.read((manager) => manager.findOneByOrFail(LiveRoundEntity, { id: round.id }));
      expect(row.answersWritten).toBe(4);
    });

    it('reads the keys back when the outcome of a commit is unknown: stored once, told as stored', async () => {
      const round = await aRound();
      const breaking = new BreakingWriter(writer, 'after');
      const journal = new AnswerJournal(breaking);
      const fates = await Promise.all([1, 2, 3].map((seatNo) => journal.append(round.id, 1, anAnswer(seatNo))));
      expect(fates.map(({ kind }) => kind)).toEqual(['stored', 'stored', 'stored']);
      expect(breaking.attempts).toBe(1);
      expect((await find(round.id)).length).toBe(3);
    });

    it('writes again when the connection broke before the commit, and gives a verdict only then', async () => {
      const round = await aRound();
      const breaking = new BreakingWriter(writer, 'before');
      const journal = new AnswerJournal(breaking);
      const fates = await Promise.all([1, 2, 3].map((seatNo) => journal.append(round.id, 1, anAnswer(seatNo))));
      expect(fates.map(({ kind }) => kind)).toEqual(['stored', 'stored', 'stored']);
      expect(breaking.attempts).toBe(2);
      expect((await find(round.id)).length).toBe(3);
    });

    it('is drained when everything that was appended has its verdict, and counts what waits', async () => {
      const round = await aRound();
      const journal = new AnswerJournal(writer);
      let settled = 0;
      const appended = [1, 2, 3].map(async (seatNo) => {
        await journal.append(round.id, 1, anAnswer(seatNo));
        settled += 1;
      });
      expect(journal.depth(round.id, 1)).toBeGreaterThan(0);
      await journal.drained();
      await Promise.all(appended);
      expect({ settled, depth: journal.depth(round.id, 1) }).toEqual({ settled: 3, depth: 0 });
    });
  });
}

const RACES = 12;

/** The connection is lost once: before anything was written, or after the commit but before its word came back. */
class BreakingWriter extends AnswerWriter {
  attempts = 0;

  constructor(
    private readonly inner: AnswerWriter,
    private readonly breaks: 'before' | 'after',
  ) {
    super();
  }

  get maxBatch(): number {
    return this.inner.maxBatch;
  }

  async write(roundId: string, questionNo: number, answers: readonly StoredAnswer[]) {
    this.attempts += 1;
    if (this.attempts > 1) return this.inner.write(roundId, questionNo, answers);
    if (this.breaks === 'after') await this.inner.write(roundId, questionNo, answers);
    throw Object.assign(new Error('connection lost'), { code: 'PROTOCOL_CONNECTION_LOST' });
  }

  find(roundId: string, questionNo: number, seatNos: readonly number[]): Promise<StoredAnswer[]> {
    return this.inner.find(roundId, questionNo, seatNos);
  }
}

function answerIdOf(fate: AnswerFate): string | null {
  return fate.kind === 'fenced' ? null : fate.answer.answerId;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
