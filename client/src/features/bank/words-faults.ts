import { defineWords } from '../../lib/i18n';

const zh = {
  problem_stem_short: '题干至少写两个字',
  problem_category_missing: '请选一个分类',
  problem_option_empty: '请写上文字，或删掉这一项',
  problem_options_few: '至少要有两项',
  problem_options_alike: '和上面的一项读起来一样',
  problem_right_missing: '请标出正确答案',
  problem_right_all: '不能全都正确，加一个错的',
  problem_truth_missing: '请选对或错',
  problem_range_none: '请填一个数',
  problem_range_backwards: '小的数写前面',
  problem_blank_empty: '请至少写一种算对的写法',
  problem_blanks_differ: '题干里有 {{count}} 个空，和下面的空数不一样',
  problem_picture_missing: '请选一张图片',
  problem_zones_missing: '请在图上圈出至少一处要找的',
  problem_zones_many: '要找的和干扰的各最多 15 处',
  problem_label_missing: '请给这一处起个名称',
  problem_labels_alike: '和上面一处的名称一样',
  problem_clicks_few: '要找 {{count}} 处，点的次数不够',
  problem_source_missing: '请选依据，或删掉这一条',
  problem_source_twice: '这一条已经写过了',
  problem_time_range: '写 5 到 600 之间的秒数',
  problem_days_backwards: '停用日早于启用日',
} as const;

const en = {
  problem_stem_short: 'Write at least two characters',
  problem_category_missing: 'Choose a category',
  problem_option_empty: 'Write something, or remove it',
  problem_options_few: 'At least two are needed',
  problem_options_alike: 'Reads like one above',
  problem_right_missing: 'Mark what is right',
  problem_right_all: 'Not all can be right. Add a wrong one',
  problem_truth_missing: 'Choose true or false',
  problem_range_none: 'Type a number',
  problem_range_backwards: 'Smaller number first',
  problem_blank_empty: 'Write at least one accepted writing',
  problem_blanks_differ: 'The question has {{count}} blanks, not as many as below',
  problem_picture_missing: 'Choose a picture',
  problem_zones_missing: 'Mark at least one place to find',
  problem_zones_many: 'At most 15 to find and 15 decoys',
  problem_label_missing: 'Name this place',
  problem_labels_alike: 'Has the name of one above',
  problem_clicks_few: '{{count}} places to find: too few taps',
  problem_source_missing: 'Choose a source, or remove it',
  problem_source_twice: 'This one is there already',
  problem_time_range: 'Between 5 and 600 seconds',
  problem_days_backwards: 'It ends before it begins',
} as const;

/** What is wrong with a draft. */
export const faultWords = defineWords({ zh, en });
