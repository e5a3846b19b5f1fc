import { defineWords } from '../../lib/i18n';

export const factsWords = defineWords({
  zh: {
    right: '正确答案',
    rightAnswer: '正确答案',
    rightOrder: '正确顺序',
    decoy: '干扰',
    explanation: '解析',
    noExplanation: '还没有解析',
    sources: '依据',
    noSources: '还没有依据',
    checkedOn: '{{date}} 核对',
    about: '归类',
    timeLimit: '答题时间 {{n}} 秒',
  },
  en: {
    right: 'Right answer',
    rightAnswer: 'Right answer',
    rightOrder: 'Right order',
    decoy: 'decoy',
    explanation: 'Explanation',
    noExplanation: 'No explanation yet',
    sources: 'Sources',
    noSources: 'No sources yet',
    checkedOn: 'checked on {{date}}',
    about: 'Category',
    timeLimit: '{{n}} s to answer',
  },
});
