/** The forms of one name. */
export interface Names {
  /** `NewsItem`, the class. */
  readonly pascal: string;
  /** `newsItem`, a constant. */
  readonly camel: string;
  /** `news-item`, the file. */
  readonly kebab: string;
  /** `News item`, what people read. */
  readonly words: string;
}

/** Reads a name however it is written: `NewsItem`, `news-item`, `news item`. Throws for what can be no class. */
export function namesOf(given: string): Names {
  const words = given
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
  if (words.length === 0 || !words.every((word) => /^[a-z0-9]+$/.test(word)) || !/^[a-z]/.test(words[0] ?? '')) {
    throw new Error(`“${given}” cannot be the name of a class. Use letters and digits, as in NewsItem or news-item.`);
  }
  const pascal = words.map(capital).join('');
  const sentence = words.join(' ');
  return {
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    kebab: words.join('-'),
    words: capital(sentence),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
