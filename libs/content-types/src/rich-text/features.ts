/** What a piece of rich text may contain, as a field's `features` name it; the editor shows a button for each. */
export interface RichTextFeatureDefinition<Name extends string = string> {
  readonly name: Name;
  /** Elements it brings, each with the attributes it may carry; any other attribute is refused. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
  /** Its elements part words, as paragraphs do; default false. */
  readonly block?: boolean;
}

const KEY = ['data-block-key'];
const block = <N extends string>(name: N, ...elements: string[]): RichTextFeatureDefinition<N> => ({
  name,
  block: true,
  elements: Object.fromEntries((elements.length > 0 ? elements : [name]).map((element) => [element, KEY])),
});
const inline = <N extends string>(name: N, ...elements: string[]): RichTextFeatureDefinition<N> => ({
  name,
  elements: Object.fromEntries(elements.map((element) => [element, []])),
});

/** The features there are without plugins. Attributes of links and embeds are a matter of their handlers. */
const CORE_FEATURES = [
  inline('bold', 'b', 'strong'),
  inline('italic', 'i', 'em'),
  inline('strikethrough', 's'),
  inline('superscript', 'sup'),
  inline('subscript', 'sub'),
  inline('code', 'code'),
  block('h1'),
  block('h2'),
  block('h3'),
  block('h4'),
  block('h5'),
  block('h6'),
  { name: 'ol', block: true, elements: { ol: [], li: KEY } },
  { name: 'ul', block: true, elements: { ul: [], li: KEY } },
  { name: 'hr', block: true, elements: { hr: [] } },
  block('blockquote'),
  inline('link', 'a'),
  inline('documentLink', 'a'),
  { name: 'image', block: true, elements: { embed: [] } },
  { name: 'embed', block: true, elements: { embed: [] } },
] as const satisfies readonly RichTextFeatureDefinition[];

/** The name of a feature of the core. */
export type CoreRichTextFeature = (typeof CORE_FEATURES)[number]['name'];

/** A feature as declarations give it: a name of the core, or what {@link defineRichTextFeature} made. */
export type RichTextFeature = CoreRichTextFeature | RichTextFeatureDefinition;

/** Names of the core's features. */
export const RICH_TEXT_FEATURES: readonly CoreRichTextFeature[] = CORE_FEATURES.map(({ name }) => name);

/** What a field allows that names no features: Wagtail's default set. */
export const DEFAULT_FEATURES: readonly CoreRichTextFeature[] = [
  'bold', 'italic', 'h2', 'h3', 'h4', 'ol', 'ul', 'hr', 'link', 'documentLink', 'image', 'embed',
]; // prettier-ignore

/** Paragraphs and line breaks are always there. */
const ALWAYS = block('p', 'p');
const LINE_BREAK: RichTextFeatureDefinition = { name: 'br', block: true, elements: { br: [] } };

const byName = new Map<string, RichTextFeatureDefinition>(CORE_FEATURES.map((feature) => [feature.name, feature]));

/** Elements that may never be declared: they run code, load things, or reach beyond the text. */
const FORBIDDEN = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'link',
  'meta',
  'base',
  'form',
  'input',
  'svg',
  'math',
]);

/**
 * Makes a feature of one's own, for `features` of rich text:
 * `const highlight = defineRichTextFeature({ name: 'highlight', elements: { mark: [] } })`.
 */
export function defineRichTextFeature<const N extends string>(
  feature: RichTextFeatureDefinition<N>,
): RichTextFeatureDefinition<N> {
  if (byName.has(feature.name)) throw new Error(`There are two features of rich text called “${feature.name}”.`);
  for (const [element, attributes] of Object.entries(feature.elements)) {
    const stray = attributes.find((name) => /^on|^style$|^srcdoc$/i.test(name));
    if (FORBIDDEN.has(element)) throw new Error(`The feature “${feature.name}” may not bring <${element}>.`);
    if (stray)
      throw new Error(`The feature “${feature.name}” may not allow the attribute “${stray}”: it could run code.`);
  }
  byName.set(feature.name, feature);
  return feature;
}

/** The name of a feature. */
export const featureName = (feature: RichTextFeature): string => (typeof feature === 'string' ? feature : feature.name);

/** Names among some features that nobody defined; declarations with any are refused at start. */
export function unknownFeatures(features: readonly RichTextFeature[]): string[] {
  return features.map(featureName).filter((name) => !byName.has(name));
}

/** The elements some features allow, with their attributes. */
export function allowedElements(features: readonly RichTextFeature[]): Map<string, Set<string>> {
  const allowed = new Map<string, Set<string>>();
  const definitions = features.flatMap((feature) => byName.get(featureName(feature)) ?? []);
  for (const { elements } of [ALWAYS, LINE_BREAK, ...definitions]) {
    for (const [element, attributes] of Object.entries(elements)) {
      allowed.set(element, new Set([...(allowed.get(element) ?? []), ...attributes]));
    }
  }
  return allowed;
}

/** True for elements that part words. */
export function partsWords(element: string): boolean {
  return [ALWAYS, LINE_BREAK, ...byName.values()].some(
    (feature) => feature.block === true && Object.hasOwn(feature.elements, element),
  );
}
