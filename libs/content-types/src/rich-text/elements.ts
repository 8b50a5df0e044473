import { Parser } from 'htmlparser2';

/**
 * Rich text cut into what stands beside one another in it: paragraphs, headings, lists, embeds, each as it is written.
 * Put together again they are the same text.
 */
export function richTextElements(html: string): string[] {
  const cuts = new Set([0, html.length]);
  let depth = 0;
  const parser = new Parser({
    onopentagname: () => {
      if (depth === 0) cuts.add(parser.startIndex);
      depth += 1;
    },
    onclosetag: () => {
      depth -= 1;
      if (depth === 0) cuts.add(parser.endIndex + 1);
    },
  });
  parser.end(html);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => html.slice(places[index], end));
}
