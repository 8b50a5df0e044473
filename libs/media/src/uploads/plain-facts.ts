/** Fields that are numbers. */
const NUMBERS = new Set(['collectionId', 'baseVersion']);

/** Text fields of a form as the values they stand for; what has the wrong form is left for the check that follows. */
export function plainFacts(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(fields)) {
    if (NUMBERS.has(name)) {
      if (text !== '') facts[name] = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : text;
    } else if (name === 'tags') {
      facts[name] = text.split(',').map((tag) => tag.trim()).filter(Boolean); // prettier-ignore
    } else facts[name] = text;
  }
  return facts;
}
