import type { RosterColumn } from '@anquanli/contract/rosters.js';
import type { Headings } from '../files/headed-rows.js';

/** The columns that are read, in the order in which an export writes them. */
export const ROSTER_HEADINGS: Headings<RosterColumn> = {
  path: ['单位路径', 'Unit path', '单位', '所属单位', '单位名称', 'Unit', 'Path'],
  code: ['单位编码', 'Unit code', '单位编号', 'Code'],
  name: ['姓名', 'Name', '名字', '员工姓名'],
  employeeNo: ['工号', 'Employee no.', '员工编号', '职工编号', 'Employee number', 'Employee No'],
};

/** What an export tells besides, and an import does not read. */
export const ROSTER_TOLD = { state: ['状态', 'State'], claimedAt: ['登记时间', 'Registered'] } as const;

export const PLACE_STATES = { free: ['未登记', 'free'], claimed: ['已登记', 'registered'] } as const;

export const ROSTER_SHEETS = { roster: ['名单', 'Roster'], help: ['说明', 'How to'] } as const;

/** How the template is to be filled in, a line each. */
export const ROSTER_HELP: readonly (readonly [zh: string, en: string])[] = [
  [
    '单位：写单位编码，或者写单位路径，比如 吉林市 / 某公司 / 机修班；在某个单位里导入时可以都不写。',
    'Unit: its code, or all names from the top, such as Jilin / Gas company / Repair; neither where it is brought to one unit.',
  ],
  ['姓名：必填，和本人登记时写的一样。', 'Name: just as the person will write it.'],
  [
    '工号：可以不填；同一个单位有同名的人，就都要填。',
    'Employee number: may be empty, but not for two people of one name in a unit.',
  ],
  ['再次导入：新的加上，已登记的人不会丢。', 'Brought in again, new names are added; who has registered stays.'],
  [
    '一个文件最多 5,000 行。【示例】开头的行不导入。',
    'At most 5,000 rows a file. Rows that begin with [Example] are not read.',
  ],
];
