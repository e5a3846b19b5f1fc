import { addErrorWords } from './error-words';
import { defineWords } from './i18n';

/** Sentences for codes of registration: who somebody is, and which unit theirs. */
export const registerErrorWords = defineWords({
  zh: {
    registration_code_unknown: '没有这个单位码，请核对 8 位',
    registration_code_expired: '单位码过期了，请找班组长要新的',
    consent_outdated: '隐私说明更新了，请再看一遍',
    recovery_refused: '名字或找回码不对，请核对',
    not_on_roster: '名单里没找到',
  },
  en: {
    registration_code_unknown: 'No such unit code. Check the 8 characters',
    registration_code_expired: 'This code is over. Ask your captain',
    consent_outdated: 'The privacy notice has changed. Read it again',
    recovery_refused: 'Name or recovery code is not right',
    not_on_roster: 'Not found on the roster',
  },
});
addErrorWords(registerErrorWords);
