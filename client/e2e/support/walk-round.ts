import type { BankQuestion } from '@anquanli/contract/question-bank';
import { expect, type Hall } from '../fixtures';
import type { HostPage } from '../pages/host-page';
import type { PhonePage } from '../pages/phone-page';
import type { StagePage } from '../pages/stage-page';
import type { Round } from './hall-api';
import { optionsOf, rightTexts, wrongTexts } from './question-text';

/** The moments of an evening at which every screen is looked at, in their order. */
export type Moment =
  | 'door'
  | 'name'
  | 'lobby'
  | 'ready'
  | 'question'
  | 'sent'
  | 'closed'
  | 'reveal'
  | 'leaderboard'
  | 'selected'
  | 'offline'
  | 'reveal-multiple'
  | 'leaderboard-last'
  | 'final'
  | 'review';

interface Walk {
  round: Round;
  questions: readonly [BankQuestion, BankQuestion];
  host: HostPage;
  /** The first answers right, the second wrong and then without a network. */
  phones: readonly [PhonePage, PhonePage];
  stages: readonly StagePage[];
  look(moment: Moment): Promise<void>;
}

/** The fullest single and the fullest multiple choice of the set: if these fit, all do. */
export function fullestQuestions(hall: Hall): [BankQuestion, BankQuestion] {
  return [fullest(hall, 'single'), fullest(hall, 'multiple')];
}

function fullest({ questions }: Hall, kind: 'single' | 'multiple'): BankQuestion {
  const size = (question: BankQuestion) =>
    question.stem.length + optionsOf(question).reduce((sum, option) => sum + option.text.length + 20, 0);
  return questions.filter((each) => each.kind === kind).reduce((best, each) => (size(each) > size(best) ? each : best));
}

/** Plays a round of two questions from the door to the review and calls `look` at every moment. */
export async function walkRound({ round, questions, host, phones, stages, look }: Walk): Promise<void> {
  const [right, wrong] = phones;
  const [single, multiple] = questions;
  const all = (visit: (phone: PhonePage) => Promise<unknown>) => Promise.all(phones.map(visit));

  await all(async (phone) => {
    await phone.openDoor();
    await expect(phone.pin()).toBeVisible();
  });
  await look('door');
  await all((phone) => phone.pin().fill(round.pin));
  await all((phone) => expect(phone.nameField()).toBeVisible());
  await look('name');
  await right.enterName('欧阳建国');
  await wrong.enterName('张三');
  await all((phone) => expect(phone.seated()).toBeVisible());
  await Promise.all(stages.map((stage) => stage.open(round.stageCode)));
  await Promise.all(stages.map((stage) => stage.seesLobby()));
  await look('lobby');

  await host.openQuestion(1);
  await all((phone) => expect(phone.title()).toContainText('第 1 题'));
  await look('ready');
  await all((phone) => phone.seesQuestion(1));
  await look('question');
  await right.choose(rightTexts(single));
  await expect(right.kept()).toBeVisible();
  await look('sent');
  await wrong.choose(wrongTexts(single).slice(0, 1));
  await expect(host.says('已收题')).toBeVisible();
  await look('closed');
  await host.reveal();
  await right.seesVerdict('答对了！');
  await wrong.seesVerdict('这题没答对');
  await look('reveal');
  await host.leaderboard();
  await all((phone) => expect(phone.title()).toHaveText('排行榜'));
  await look('leaderboard');

  await host.openQuestion(2);
  await all((phone) => phone.seesQuestion(2));
  await all((phone) => phone.choose(rightTexts(multiple)));
  await look('selected');
  await wrong.page.context().setOffline(true);
  await wrong.submit().click();
  await expect(wrong.tape()).toBeVisible();
  await look('offline');
  await wrong.page.context().setOffline(false);
  await expect(wrong.kept()).toBeVisible();
  await host.close();
  await host.reveal();
  await all((phone) => phone.seesVerdict('答对了！'));
  await look('reveal-multiple');
  await host.leaderboard();
  await all((phone) => expect(phone.title()).toHaveText('排行榜'));
  await look('leaderboard-last');

  await host.podium();
  await all((phone) => expect(phone.text(/您的最终名次$/)).toBeVisible());
  await Promise.all(stages.map((stage) => expect(stage.text('安全高手')).toBeVisible()));
  await look('final');
  await all((phone) => phone.button('看全部 2 题解析').click());
  await all((phone) => expect(phone.text(multiple.explanation)).toBeVisible());
  await look('review');
}
