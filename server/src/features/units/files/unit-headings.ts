import type { UnitColumn } from '@anquanli/contract/unit-files.js';
import type { Headings } from './headed-rows.js';

/** The columns that are read, in the order in which an export writes them. */
export const UNIT_HEADINGS: Headings<UnitColumn> = {
  path: ['上级单位', 'Units above', '上级', '上级单位路径', '所属单位', 'Path', 'Parent', 'Parent unit'],
  name: ['单位名称', 'Unit name', '名称', '单位', 'Name', 'Unit'],
  kind: ['类型', 'Kind', '单位类型', 'Type'],
  sector: ['行业', 'Sector', '所属行业', 'Industry'],
  code: ['单位编码', 'Unit code', '单位编号', '编码', '编号', '统一社会信用代码', 'Code'],
  headCount: ['在岗人数', 'Head-count', '人数', '职工人数', 'Headcount', 'Head count'],
  aliases: ['别名', 'Aliases', '曾用名', '简称', 'Alias'],
  needsApproval: ['注册需审核', 'Needs approval', '登记要同意', '注册审核', 'Approval'],
};

/** What an export tells besides, and an import does not read. */
export const TOLD_HEADINGS = { status: ['状态', 'Status'], people: ['注册人数', 'Registered'] } as const;

export const STATUS_WORDS = { active: ['在用', 'active'], retired: ['停用', 'retired'] } as const;

export const SHEET_NAMES = { units: ['单位', 'Units'], help: ['说明', 'How to'] } as const;

/** How the template is to be filled in, a line each. */
export const UNIT_HELP: readonly (readonly [zh: string, en: string])[] = [
  [
    '上级单位：从最上级写起，用 / 隔开，比如 吉林省 / 长春市 / 某公司；最上级的单位不用填。',
    'Units above: from the top, with / between, such as Jilin / Changchun / Gas company; empty for a top unit.',
  ],
  ['上级单位可以写在同一个文件里，先后随意。', 'Units above may stand in the same file, in any order.'],
  [
    '单位名称：必填，最多 60 个字；同一上级下面不能重名。',
    'Unit name: at most 60 characters; sisters have different names.',
  ],
  ['类型：地区、企业、部门、班组。', 'Kind: Region, Enterprise, Department or Team.'],
  [
    '单位编码：字母、数字、短横线，全系统不重复。再次导入时先按它认单位，没有才按上级和名称认。',
    'Unit code: letters, digits and dashes, unique. Brought in again, a unit is known by it first, then by the units above and its name.',
  ],
  ['别名：几个别名用顿号（、）隔开。注册需审核：是 或 否。', 'Aliases: with 、 between. Needs approval: yes or no.'],
  ['空着的格子表示不改，原来是什么还是什么。', 'An empty cell says nothing: the unit keeps what it has.'],
  ['名称里本来有 / 或 、 的，写两遍，比如 A//B 班。', 'Where / or 、 is part of a name, write it twice: A//B.'],
  [
    '一个文件最多 2,000 行。【示例】开头的行不导入。',
    'At most 2,000 rows a file. Rows that begin with [Example] are not read.',
  ],
];
