import type { Metrics } from '../../../platform/metrics/metrics.js';
import { AnswerJournal } from './answer-journal.js';
import type { AnswerWriter } from './answer-writer.js';

const ANSWERS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

/** The journal with its figures: how long commits take, how much each carries, and what waits. */
export function measuredJournal(writer: AnswerWriter, metrics: Metrics): AnswerJournal {
  const seconds = metrics.histogram({
    name: 'answer_commit_seconds',
    help: 'From the beginning of a commit of answers to its end, tries included.',
  });
  const carried = metrics.histogram({
    name: 'answer_commit_answers',
    help: 'Answers that one commit carried.',
    steps: ANSWERS,
  });
  const journal = new AnswerJournal(writer, (answers) => {
    carried.observe(answers);
    return seconds.startTimer();
  });
  metrics.reading({ name: 'answers_waiting', help: 'Answers that are not committed yet.' }, () => [
    [{}, journal.waiting],
  ]);
  return journal;
}
