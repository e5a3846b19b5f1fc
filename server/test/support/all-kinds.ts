import { sha256 } from '@anquanli/question-bank/content-hash.js';
import type { Media, Question, QuestionSet } from '@anquanli/question-bank/schema.js';
import { aQuestionSet, questionId, type SetFiles } from './releases.js';

/** A store room: a blocked exit, a bare cable, an unsecured gas bottle; an extinguisher and a helmet that are as they should be. */
const STORE_ROOM = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
<rect width="1200" height="800" fill="#eef2f5"/><rect y="600" width="1200" height="200" fill="#c9d1d8"/>
<rect x="60" y="200" width="200" height="400" fill="#2e8b57"/><rect x="90" y="150" width="140" height="40" fill="#1f6b41"/>
<rect x="40" y="420" width="240" height="180" fill="#b5793a"/><rect x="80" y="340" width="160" height="80" fill="#c98d4e"/>
<path d="M420 690 C520 620 620 760 760 680" stroke="#222" stroke-width="12" fill="none"/>
<path d="M560 690 C580 684 600 690 620 700" stroke="#e0562b" stroke-width="14" fill="none"/>
<rect x="860" y="360" width="90" height="240" rx="40" fill="#3f76b5"/><rect x="885" y="330" width="40" height="40" fill="#8b98a5"/>
<rect x="1060" y="420" width="60" height="160" rx="20" fill="#d2322d"/><rect x="1075" y="395" width="30" height="30" fill="#444"/>
<path d="M480 300 a70 60 0 0 1 140 0 z" fill="#f2c230"/><rect x="465" y="300" width="170" height="14" fill="#d9a91c"/>
</svg>`;

/** A sign: the picture of an option, without its size in the set. */
const signOf = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="200"><polygon points="120,10 230,190 10,190" fill="${color}"/></svg>`;

const FILES: SetFiles = {
  'media/store-room.svg': Buffer.from(STORE_ROOM),
  'media/sign-yellow.svg': Buffer.from(signOf('#f2c230')),
  'media/sign-green.svg': Buffer.from(signOf('#2e8b57')),
};

const options = (...texts: string[]) => texts.map((text, index) => ({ id: 'abcdefghij'.charAt(index), text }));

/** A set with a question of every kind, two hot-spots among them, in the order of {@link QUESTION_KINDS}; and its files. */
export function aSetOfAllKinds(changes: Partial<QuestionSet> = {}): { set: QuestionSet; files: SetFiles } {
  const media = [
    medium('store-room', '仓库：左侧出口、中间地面、右侧气瓶和墙边器材', { width: 1200, height: 800 }),
    medium('sign-yellow', '黄色三角形'),
    medium('sign-green', '绿色三角形'),
  ];
  const set = aQuestionSet({
    id: 'all-kinds',
    title: '全题型示例',
    media,
    questions: questionsOfAllKinds(),
    ...changes,
  });
  return { set, files: FILES };
}

function medium(id: string, alt: string, size: Partial<Media> = {}): Media {
  const path = `media/${id}.svg`;
  const content = FILES[path] ?? Buffer.alloc(0);
  return { id, path, mime: 'image/svg+xml', sha256: sha256(content), bytes: content.length, alt, ...size };
}

function questionsOfAllKinds(): Question[] {
  const common = {
    rev: 1,
    status: 'approved' as const,
    explanation: '因为如此。',
    difficulty: 2,
    category: 'fire',
    citations: [{ source: 'gb-30871', locator: '5.1.5' }],
  };
  const rect = (id: string, label: string, [x, y, right, bottom]: readonly [number, number, number, number]) => ({
    ...{ id, label, shape: 'rect' as const },
    ...{ from: [x, y] as [number, number], to: [right, bottom] as [number, number] },
  });
  const exit = rect('r1', '出口前的货物', [0.03, 0.42, 0.24, 0.76]);
  const cable = {
    ...{ id: 'r2', label: '破损的电缆', shape: 'poly' as const, feedback: '外皮破损，铜线裸露。' },
    points: [
      [0.44, 0.82],
      [0.54, 0.82],
      [0.54, 0.92],
      [0.44, 0.92],
    ] as [number, number][],
  };
  const bottle = {
    id: 'r3',
    label: '没有固定的气瓶',
    shape: 'circle' as const,
    center: [0.755, 0.58] as [number, number],
    r: 0.1,
  };
  const extinguisher = rect('d1', '灭火器', [0.87, 0.48, 0.95, 0.74]);
  const helmet = rect('d2', '安全帽', [0.38, 0.29, 0.54, 0.4]);
  return [
    {
      ...{ ...common, id: questionId(1), type: 'single', stem: '哪个是警告标志？', answer: { option: 'a' } },
      options: [
        { id: 'a', text: '黄色三角形', media: 'sign-yellow' },
        { id: 'b', text: '绿色三角形', media: 'sign-green' },
      ],
    },
    {
      ...{ ...common, id: questionId(2), type: 'multiple', stem: '进入有限空间前，哪些要做？' },
      ...{ options: options('先通风', '再检测', '直接进入', '有人监护'), answer: { options: ['a', 'b', 'd'] } },
    },
    {
      ...common,
      id: questionId(3),
      type: 'boolean',
      stem: '可以直接进入有限空间。',
      answer: { value: false },
      media: ['store-room'],
    },
    {
      ...{ ...common, id: questionId(4), type: 'ordering', stem: '把干粉灭火器的使用步骤排好。' },
      ...{
        options: options('提起灭火器', '拔掉保险销', '握住喷管', '压下压把'),
        answer: { order: ['a', 'b', 'c', 'd'] },
      },
    },
    {
      ...{ ...common, id: questionId(5), type: 'numeric', stem: '有限空间作业，氧含量应不低于多少？' },
      answer: { accept: [{ min: 19.5, max: 19.5 }], unit: '%', decimals: 1 },
    },
    {
      ...{ ...common, id: questionId(6), type: 'text', stem: '安全生产方针：安全第一、____为主、综合____。' },
      answer: { blanks: [{ accept: ['预防', '以预防'] }, { accept: ['治理'] }] },
    },
    {
      ...{ ...common, id: questionId(7), type: 'hotspot', stem: '找出仓库里的三处隐患。', media: ['store-room'] },
      answer: { mode: 'find-all', regions: [exit, cable, bottle], decoys: [extinguisher, helmet], tolerance: 0.01 },
    },
    {
      ...{ ...common, id: questionId(8), type: 'hotspot', stem: '灭火器在哪里？', media: ['store-room'] },
      answer: { mode: 'find-one', regions: [extinguisher], decoys: [exit, bottle] },
    },
  ];
}
