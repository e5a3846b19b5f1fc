import type { ProblemTexts } from './problem-text.js';

/** What can be the matter with a whole file. */
export const FILE_WORDS = {
  upload_too_large: {
    says: { zh: '文件有 {size} MB，最多 {max} MB', en: 'The file has {size} MB, {max} MB at most' },
    remedy: { zh: '请您拆成几个文件，或删去图片', en: 'Split it into several files, or take out pictures' },
  },
  file_empty: {
    says: { zh: '文件是空的', en: 'The file is empty' },
    remedy: { zh: '请您看看是不是选错了文件', en: 'Please see that it is the right file' },
  },
  file_unknown: {
    says: { zh: '认不出这是什么文件', en: 'What kind of file this is cannot be told' },
    remedy: { zh: '请您上传 .xlsx、.docx、CSV，或粘贴文字', en: 'Upload .xlsx, .docx or CSV, or paste the text' },
  },
  file_is_pdf: {
    says: { zh: '这是 PDF 文件', en: 'This is a PDF' },
    remedy: { zh: '请您打开它，复制文字，粘贴进来', en: 'Open it, copy the text and paste it here' },
  },
  file_is_picture: {
    says: { zh: '这是图片', en: 'This is a picture' },
    remedy: { zh: '请您先识别成文字，再粘贴进来', en: 'Have its text recognised first, then paste that' },
  },
  file_is_rtf: {
    says: { zh: '这是 RTF 文件', en: 'This is an RTF file' },
    remedy: { zh: '请您用 Word 另存为 .docx，或粘贴文字', en: 'Save it as .docx in Word, or paste the text' },
  },
  file_is_web_page: {
    says: { zh: '这其实是网页，不是表格或文档', en: 'This is in fact a web page' },
    remedy: {
      zh: '请您用 Excel 或 Word 打开，另存为 .xlsx 或 .docx',
      en: 'Open it in Excel or Word and save it as .xlsx or .docx',
    },
  },
  file_is_archive: {
    says: { zh: '这是压缩包', en: 'This is an archive' },
    remedy: { zh: '请您先解压，再上传里面的文件', en: 'Unpack it and upload what is inside' },
  },
  file_unsupported: {
    says: { zh: '这是{format}文件，不能直接导入', en: 'This is a file of {format}, which cannot be imported' },
    remedy: { zh: '请您另存为 .xlsx 或 .docx', en: 'Save it as .xlsx or .docx' },
  },
  format_not_yet: {
    says: { zh: '这是 {format} 格式，暂时还不能导入', en: 'This is {format}, which cannot be imported yet' },
    remedy: { zh: '请您先转成 Excel 或文字再导入', en: 'Turn it into a workbook or plain text first' },
  },
  document_damaged: {
    says: { zh: '文档不完整或已损坏', en: 'The document is cut off or damaged' },
    remedy: { zh: '请您用 Word 或 WPS 打开，另存一份再导入', en: 'Open it in Word or WPS and save a new copy' },
  },
  document_forbidden: {
    says: { zh: '文档里有不允许的声明', en: 'The document holds declarations that are not allowed' },
    remedy: { zh: '请您用 Word 或 WPS 打开，另存一份再导入', en: 'Open it in Word or WPS and save a new copy' },
  },
  lines_too_many: {
    says: { zh: '文字超过 {max} 行', en: 'The text has more than {max} lines' },
    remedy: { zh: '请您删去空行，或拆成几个文件', en: 'Take out empty lines, or split the file' },
  },
  no_questions: {
    says: { zh: '文件里没有找到题目', en: 'No questions were found in the file' },
    remedy: {
      zh: '请您对照模板看看题号、选项和答案的写法',
      en: 'Compare numbers, options and answers with the template',
    },
  },
  json_broken: {
    says: { zh: 'JSON 写得不完整或有错：{reason}', en: 'The JSON is incomplete or wrong: {reason}' },
    remedy: { zh: '请您重新导出这个文件', en: 'Export the file again' },
  },
  json_not_questions: {
    says: { zh: 'JSON 里没有题目列表', en: 'The JSON holds no list of questions' },
    remedy: { zh: '请您用本系统导出的 JSON', en: 'Use JSON that was exported here' },
  },
  json_version: {
    says: {
      zh: '这是第 {version} 版格式，这里只认第 1 版',
      en: 'This is version {version} of the format; version 1 is known here',
    },
    remedy: { zh: '请您先升级本系统', en: 'Update this system first' },
  },
  entry_shape: {
    says: { zh: '“{path}”不合格式', en: '“{path}” does not fit the format' },
    remedy: { zh: '请您照导出的 JSON 改这一项', en: 'Write this part as exported JSON has it' },
  },
  citation_unknown: {
    says: { zh: '题库里没有来源“{found}”', en: 'The bank has no source “{found}”' },
    remedy: { zh: '请您先登记这个来源，或改掉引用', en: 'Register the source first, or cite another' },
  },
  too_slow: {
    says: { zh: '{seconds} 秒内没有读完', en: 'It was not read within {seconds} seconds' },
    remedy: { zh: '请您拆成几个文件分别导入', en: 'Split it into several files' },
  },
  too_large: {
    says: { zh: '文件太大，读的时候内存不够', en: 'The file is too large for the memory it may use' },
    remedy: { zh: '请您拆成几个文件分别导入', en: 'Split it into several files' },
  },
  import_failed: {
    says: { zh: '读这个文件时出了意外', en: 'Something unforeseen happened while reading the file' },
    remedy: { zh: '请您把题目复制到模板里再导入', en: 'Copy the questions into the template' },
  },
} as const satisfies ProblemTexts;
