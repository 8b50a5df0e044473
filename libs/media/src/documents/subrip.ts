/** `00:00:01,500 --> 00:00:02,000`, as SubRip writes it; hours may be missing in files written by hand. */
const TIMES = /^\s*((?:\d+:)?\d+:\d+)[,.](\d+)\s*-->\s*((?:\d+:)?\d+:\d+)[,.](\d+).*$/;
/** Where to show a line and in what colours, which browsers would print. */
const STYLING = /\{\\[^}]*\}|<\/?font[^>]*>/gi;

/** Captions of SubRip as WebVTT, the one kind that browsers play. Whatever is no cue is left out. */
export function webVttOf(bytes: Buffer): string {
  const cues = textOf(bytes)
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((part) => {
      const lines = part.split('\n');
      const at = lines.findIndex((line) => TIMES.test(line));
      if (at < 0) return [];
      const [, from = '', fraction = '', to = '', rest = ''] = TIMES.exec(lines[at] ?? '') ?? [];
      const words = lines.slice(at + 1).map((line) => line.replace(STYLING, '').replaceAll('-->', '→'));
      return [`${clock(from, fraction)} --> ${clock(to, rest)}\n${words.join('\n').trim()}`];
    });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

/** WebVTT wants two digits everywhere, and three for thousandths. */
function clock(time: string, fraction: string): string {
  const parts = time.split(':').map((part) => part.padStart(2, '0'));
  return `${parts.join(':')}.${fraction.padEnd(3, '0').slice(0, 3)}`;
}

/** Old files are in the encoding of Windows. */
function textOf(bytes: Buffer): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
