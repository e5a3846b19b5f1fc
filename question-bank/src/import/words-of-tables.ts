import type { ProblemTexts } from './problem-text.js';

/** What can be the matter with a file, its sheets and its columns. */
export const TABLE_WORDS = {
  zip_damaged: {
    says: { zh: '文件不完整或已损坏', en: 'The file is cut off or damaged' },
    remedy: { zh: '请您重新保存或重新下载这个文件', en: 'Save it again, or download it again' },
  },
  zip_too_large: {
    says: { zh: '文件解开后太大', en: 'The file grows too large when unpacked' },
    remedy: { zh: '请您只留题目，删去图片和空行再导入', en: 'Keep the questions, take out pictures and empty rows' },
  },
  zip_too_many_entries: {
    says: { zh: '文件里的部件太多', en: 'The file has too many parts' },
    remedy: { zh: '请您把题目复制到新文件再导入', en: 'Copy the questions into a new file' },
  },
  file_encrypted: {
    says: { zh: '文件有密码，打不开', en: 'The file has a password and cannot be opened' },
    remedy: { zh: '请您去掉密码另存一份再导入', en: 'Save a copy without the password' },
  },
  word_too_old: {
    says: { zh: '这是旧版 Word 文件（.doc）', en: 'This is a Word file of the old kind (.doc)' },
    remedy: { zh: '请您用 Word 另存为 .docx', en: 'Save it as .docx in Word' },
  },
  workbook_unreadable: {
    says: { zh: '表格文件打不开', en: 'The workbook cannot be opened' },
    remedy: { zh: '请您用 Excel 或 WPS 另存为 .xlsx 再试', en: 'Save it as .xlsx in Excel or WPS and try again' },
  },
  encoding_unreadable: {
    says: { zh: '文字编码读不出来', en: 'The encoding of the text cannot be read' },
    remedy: { zh: '请您另存为 UTF-8 编码，或选另一种编码', en: 'Save it as UTF-8, or choose another encoding' },
  },
  not_text: {
    says: { zh: '这不是文字文件', en: 'This is not a text file' },
    remedy: { zh: '请您上传 Excel、Word、CSV 或文字', en: 'Upload Excel, Word, CSV or text' },
  },
  quote_unclosed: {
    says: { zh: '第 {row} 行起有一个引号没有配对', en: 'From row {row} on a quotation mark is not closed' },
    remedy: { zh: '请您补上引号，或用 Excel 另存再导入', en: 'Close it, or save the file anew in Excel' },
  },
  rows_too_many: {
    says: { zh: '表格有 {count} 行，最多 {max} 行', en: 'The table has {count} rows, {max} at most' },
    remedy: { zh: '请您拆成几个文件分别导入', en: 'Split it into several files' },
  },
  cells_too_many: {
    says: { zh: '表格有 {count} 个格子，最多 {max} 个', en: 'The table has {count} cells, {max} at most' },
    remedy: {
      zh: '请您删去用不到的列和表，或拆成几个文件',
      en: 'Delete columns and sheets that are not needed, or split the file',
    },
  },
  columns_too_many: {
    says: { zh: '表格有 {count} 列，最多 {max} 列', en: 'The table has {count} columns, {max} at most' },
    remedy: { zh: '请您删去用不到的列', en: 'Delete the columns that are not needed' },
  },
  questions_too_many: {
    says: {
      zh: '文件有 {count} 道题，一次最多 {max} 道',
      en: 'The file has {count} questions, {max} at most at a time',
    },
    remedy: { zh: '请您拆成几个文件分别导入', en: 'Split it into several files' },
  },
  table_not_found: {
    says: { zh: '没有找到带题干和答案的表头', en: 'No header with question and answer was found' },
    remedy: { zh: '请您选定表头在第几行、各列是什么', en: 'Choose the row of the header and what the columns are' },
  },
  table_empty: {
    says: { zh: '表格里没有题目', en: 'The table has no questions' },
    remedy: { zh: '请您看看是不是选错了文件', en: 'Please see that it is the right file' },
  },
  sheet_hidden: {
    says: { zh: '工作表“{sheet}”是隐藏的，没有读', en: 'The sheet “{sheet}” is hidden and was not read' },
    remedy: { zh: '要导入的话，请您选用这张表', en: 'Choose it if it is to come in' },
  },
  sheet_without_header: {
    says: { zh: '工作表“{sheet}”没有找到表头，没有读', en: 'The sheet “{sheet}” has no header and was not read' },
    remedy: { zh: '里面有题的话，请您选定表头行', en: 'If it has questions, choose the row of the header' },
  },
  column_unnamed: {
    says: { zh: '{column} 列没有表头，没有读', en: 'Column {column} has no header and was not read' },
    remedy: { zh: '有用的话，请您选定这一列是什么', en: 'Choose what it is if it is needed' },
  },
  column_unknown: {
    says: {
      zh: '不认识 {column} 列“{header}”，没有读',
      en: 'Column {column} “{header}” is not known and was not read',
    },
    remedy: { zh: '有用的话，请您选定这一列是什么', en: 'Choose what it is if it is needed' },
  },
  column_repeated: {
    says: {
      zh: '{column} 列“{header}”和另一列重复，没有读',
      en: 'Column {column} “{header}” repeats another and was not read',
    },
    remedy: { zh: '要读这一列的话，请您选定它是什么', en: 'Choose what it is if it is to be read' },
  },
  column_taken_as_stem: {
    says: { zh: '{column} 列没有表头，当作题干读', en: 'Column {column} has no header and was read as the question' },
    remedy: { zh: '请您看看对不对', en: 'Please see that this is right' },
  },
  cell_error: {
    says: { zh: '{column} 列的格子是错误值“{found}”', en: 'The cell in column {column} is the error “{found}”' },
    remedy: { zh: '请您改好这个格子', en: 'Mend this cell' },
  },
  formula_without_result: {
    says: { zh: '{column} 列的公式没有算出结果', en: 'The formula in column {column} has no result' },
    remedy: { zh: '请您用 Excel 打开并保存一次', en: 'Open the file in Excel and save it once' },
  },
  option_rows_differ: {
    says: { zh: '同一题的几行里“{header}”不一样', en: 'The rows of one question differ in “{header}”' },
    remedy: { zh: '请您改成一样的', en: 'Make them the same' },
  },
} as const satisfies ProblemTexts;
