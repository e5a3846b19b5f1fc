import { defineWords } from '../../lib/i18n';

/** What the kinds of questions are called, on the phone, the stage and the desk. */
export const kindWords = defineWords({
  zh: {
    single: '单选',
    multiple: '多选',
    boolean: '判断',
    ordering: '排序',
    numeric: '填数',
    text: '填空',
    hotspot: '看图',
  },
  en: {
    single: 'Single choice',
    multiple: 'Multiple choice',
    boolean: 'True or false',
    ordering: 'Put in order',
    numeric: 'Number',
    text: 'Fill in',
    hotspot: 'Picture',
  },
});
