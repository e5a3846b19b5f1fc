import { addErrorWords } from './error-words';
import { defineWords } from './i18n';

/** Sentences for codes of contests, on the phone and at the desk. */
export const contestErrorWords = defineWords({
  zh: {
    contest_dates_refused: '日期或时间不对，请再看看',
    contest_fixed: '竞赛已经开始，这一项不能再改',
    blueprint_short: '题不够：要 {{minimum}} 道，只有 {{available}} 道',
    contest_not_open: '现在不在答题时间',
    contest_not_for_unit: '这个竞赛不面向您的单位',
    employee_no_needed: '请先填工号',
    no_attempts_left: '今天的次数用完了，明天再来',
    nothing_missed: '错题本是空的',
    attempt_over: '时间到了，已经替您交卷',
    certificate_not_earned: '还没达标，答到合格线就有证书',
  },
  en: {
    contest_dates_refused: 'The dates or hours do not fit',
    contest_fixed: 'The contest has begun: this is fixed now',
    blueprint_short: 'Too few questions: {{minimum}} wanted, {{available}} there',
    contest_not_open: 'Not the time to answer now',
    contest_not_for_unit: 'This contest is for other units',
    employee_no_needed: 'Fill in your employee number first',
    no_attempts_left: 'No attempts left today. Come back tomorrow',
    nothing_missed: 'There are no missed questions',
    attempt_over: 'Time is up. Your paper was handed in',
    certificate_not_earned: 'Not passed yet. The certificate comes with the pass mark',
  },
});
addErrorWords(contestErrorWords);
