import type { Certificate } from '@anquanli/contract/contest';
import { encode } from 'uqr';

/** What stands on the picture beside name and unit. */
export interface CertificateWords {
  readonly title: string;
  readonly text: string;
  readonly number: string;
  readonly date: string;
  readonly scan: string;
}

const WIDTH = 1_080;
const HEIGHT = 1_528;
const MARGIN = 96;
const INK = '#0B2038';
const GREY = '#3D5168';
const BAND = ['#D9F22E', '#C9D3DC', '#D9F22E'];
const FONT = '"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';

/** The certificate as a PNG data address, drawn in the browser: nothing leaves the phone. */
export function certificateImage(certificate: Certificate, words: CertificateWords): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) return '';
  drawSheet(pen);
  pen.textAlign = 'center';
  write(pen, words.title, { y: 300, size: 64, weight: 800 });
  BAND.forEach((color, index) => {
    pen.fillStyle = color;
    pen.fillRect(MARGIN + 40, 372 + index * 10, WIDTH - 2 * MARGIN - 80, 10);
  });
  write(pen, certificate.name, { y: 560, size: 96, weight: 800 });
  write(pen, certificate.unitName, { y: 640, size: 40, color: GREY });
  pen.textAlign = 'left';
  wrapped(pen, words.text, WIDTH - 2 * MARGIN - 80).forEach((line, index) =>
    write(pen, line, { x: MARGIN + 40, y: 780 + index * 70, size: 40 }),
  );
  write(pen, words.date, { x: MARGIN + 40, y: 1_270, size: 36, color: GREY });
  write(pen, words.number, { x: MARGIN + 40, y: 1_326, size: 30, color: GREY });
  write(pen, words.scan, { x: MARGIN + 40, y: 1_378, size: 30, color: GREY });
  drawCode(pen, certificate.url, WIDTH - MARGIN - 40 - 230, 1_170, 230);
  return canvas.toDataURL('image/png');
}

/** There a picture is saved by holding it; a link to a file does nothing. */
export function isInWeChat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

export function saveImage(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.appendChild(link);
  link.click();
  link.remove();
}

function drawSheet(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = INK;
  pen.lineWidth = 8;
  pen.strokeRect(48, 48, WIDTH - 96, HEIGHT - 96);
  pen.lineWidth = 2;
  pen.strokeRect(66, 66, WIDTH - 132, HEIGHT - 132);
}

interface Line {
  readonly x?: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly color?: string;
}

function write(pen: CanvasRenderingContext2D, text: string, line: Line): void {
  const { x = WIDTH / 2, y, size, weight = 500, color = INK } = line;
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.fillStyle = color;
  pen.fillText(text, x, y, WIDTH - 2 * MARGIN);
}

/** Lines of a text that fit; Chinese may break anywhere, Latin words stay whole. */
function wrapped(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  pen.font = `500 40px ${FONT}`;
  const parts = text.match(/[A-Za-z0-9'“”.,-]+\s?|./gu) ?? [];
  const lines = [''];
  for (const part of parts) {
    const last = lines.length - 1;
    const longer = `${lines[last] ?? ''}${part}`;
    if (pen.measureText(longer).width > width && lines[last] !== '') lines.push(part.trimStart());
    else lines[last] = longer;
  }
  return lines;
}

function drawCode(pen: CanvasRenderingContext2D, text: string, left: number, top: number, size: number): void {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 2 });
  const side = size / modules;
  pen.fillStyle = INK;
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) pen.fillRect(left + x * side, top + y * side, Math.ceil(side), Math.ceil(side));
    }),
  );
}
