/** One line of a paper: a heading or plain text. */
export interface PdfLine {
  text: string;
  size?: number;
  bold?: boolean;
}

const MARGIN = 56;
const PAGE = { width: 595, height: 842 };

/** WinAnsi covers our two languages; what it lacks is written without its accent. */
function escape(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll('–', '-')
    .replace(/[\\()]/g, (sign) => `\\${sign}`);
}

function content(lines: readonly PdfLine[]): string {
  let y = PAGE.height - MARGIN;
  const parts = ['BT'];
  for (const line of lines) {
    const size = line.size ?? 11;
    y -= size * 1.55;
    parts.push(`/${line.bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${MARGIN} ${y.toFixed(1)} Tm (${escape(line.text)}) Tj`);
  }
  parts.push('ET');
  return parts.join('\n');
}

/** A one-page A4 PDF with the fonts every reader has. Enough for a timetable, and no library needed. */
export function onePagePdf(lines: readonly PdfLine[]): Uint8Array {
  const stream = content(lines);
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(file, 'latin1');
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(file, 'latin1');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
