/** Width of a text in Chinese characters; Latin letters and figures take about half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x1100 ? 0.56 : 1;
  return width;
}

/** How a name of up to twenty characters is set where a short one has room for `roomy` of them. */
export function nameSize(name: string, roomy: number): 'roomy' | 'medium' | 'small' {
  const width = widthOf(name);
  if (width <= roomy) return 'roomy';
  return width <= roomy * 1.5 ? 'medium' : 'small';
}

/** Time of a question beside its limit: get ready, close, reveal and board, as evenings with a host go. */
const SECONDS_AROUND = 28;

/** About how long a round takes, whole minutes; null when the host closes by hand. */
export function minutesOf(questionCount: number, secondsPerQuestion: number | null): number | null {
  if (secondsPerQuestion === null) return null;
  return Math.max(1, Math.round((questionCount * (secondsPerQuestion + SECONDS_AROUND)) / 60));
}
