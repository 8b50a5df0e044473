import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { chapters } from './chapters.mjs';

/** @import { Chapter } from './chapters.mjs' */

/**
 * An option as the reference shows it.
 * @typedef {{ name: string, type: string, isNeeded: boolean, text: string }} Option
 */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const entry = path.join(root, 'libs', 'cms', 'src', 'index.ts');

/**
 * The reference, a page for each chapter, made from what `@pipit/cms` exports and says about itself.
 * @returns {Map<string, string>} Markdown by file name
 */
export function referencePages() {
  const program = programOf();
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} cannot be read.`);
  const exported = checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  const writer = new ReferenceWriter(checker, new Map(exported.map((symbol) => [symbol.name, symbol])));
  const pages = new Map(chapters.map((chapter) => [chapter.file, writer.page(chapter)]));
  if (writer.silent.size > 0)
    throw new Error(`These are public and have no docstring:\n${[...writer.silent].join('\n')}`);
  return pages;
}

function programOf() {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  return ts.createProgram([entry], { ...options, noEmit: true });
}

class ReferenceWriter {
  /**
   * @param {ts.TypeChecker} checker
   * @param {ReadonlyMap<string, ts.Symbol>} exported
   */
  constructor(checker, exported) {
    this.checker = checker;
    this.exported = exported;
    /** What is public and has no docstring. @type {Set<string>} */
    this.silent = new Set();
  }

  /** @param {Chapter} chapter */
  page({ title, introduction, common = [], known = [], has }) {
    const shared = new Set(
      [...common, ...known].flatMap((name) => this.options(this.typeNamed(name)).map((option) => option.name)),
    );
    const entries = [...this.exported.values()]
      .filter((symbol) => has(symbol.name, this.callsOf(symbol)))
      .sort((a, b) => a.name.localeCompare(b.name));
    if (entries.length === 0) throw new Error(`The chapter “${title}” has no entries.`);
    return [
      '<!-- Written by npm run generate:docs from the docstrings: change those, and not this file. -->',
      `# ${title}`,
      introduction,
      ...common.flatMap((name) => [
        `## \`${name}\``,
        this.textOf(this.symbolNamed(name)),
        table(this.options(this.typeNamed(name))),
      ]),
      ...entries.flatMap((symbol) => this.entry(symbol, shared)),
    ].join('\n\n');
  }

  /**
   * @param {ts.Symbol} symbol
   * @param {ReadonlySet<string>} shared names of options told about once
   */
  entry(symbol, shared) {
    const call = this.callsOf(symbol)[0];
    const parameters = call?.getParameters() ?? [];
    const names = parameters.map((parameter) => parameter.name + (isOptional(parameter) ? '?' : ''));
    const own = parameters
      .map((parameter) => this.checker.getTypeOfSymbol(parameter))
      .filter((type) => isOptions(type))
      .flatMap((type) => this.options(type))
      .filter(({ name }) => !shared.has(name));
    const text = this.needed(symbol);
    return [`## \`${symbol.name}(${names.join(', ')})\``, text, ...(own.length > 0 ? [table(own)] : [])];
  }

  /** @param {ts.Type} type @returns {Option[]} */
  options(type) {
    const objects = type.isUnion() ? type.types.filter((each) => !isPlain(each)) : [type];
    return objects
      .flatMap((each) => this.checker.getPropertiesOfType(each))
      .filter((property) => property.declarations?.some((node) => isOurs(node)))
      .map((property) => ({
        name: property.name,
        type: this.typeText(property),
        isNeeded: !isOptional(property),
        text: this.needed(property),
      }));
  }

  /** As it is written in the declaration: what the checker makes of it is longer and says less. @param {ts.Symbol} property */
  typeText(property) {
    const node = property.declarations?.[0];
    const written = node && ts.isPropertySignature(node) ? node.type?.getText() : undefined;
    return (written ?? this.checker.typeToString(this.checker.getTypeOfSymbol(property))).replace(/\s+/g, ' ');
  }

  /** @param {ts.Symbol} symbol */
  callsOf(symbol) {
    const node = symbol.valueDeclaration;
    return node ? this.checker.getTypeOfSymbolAtLocation(symbol, node).getCallSignatures() : [];
  }

  /** @param {ts.Symbol} symbol */
  textOf(symbol) {
    const parts = symbol.getDocumentationComment(this.checker);
    return ts
      .displayPartsToString(parts)
      .replaceAll(/\{@link (\w+)[^}]*\}/g, '`$1`')
      .trim();
  }

  /** What is public says what it is for. @param {ts.Symbol} symbol */
  needed(symbol) {
    const text = this.textOf(symbol);
    const place = symbol.declarations?.[0];
    const line = place?.getSourceFile().getLineAndCharacterOfPosition(place.getStart()).line ?? 0;
    if (text === '') this.silent.add(`${place?.getSourceFile().fileName ?? ''}:${line + 1} ${symbol.name}`);
    return text;
  }

  /** @param {string} name */
  symbolNamed(name) {
    const symbol = this.exported.get(name);
    if (!symbol) throw new Error(`@pipit/cms exports no ${name}.`);
    return symbol;
  }

  /** @param {string} name */
  typeNamed(name) {
    return this.checker.getDeclaredTypeOfSymbol(this.symbolNamed(name));
  }
}

/** @param {readonly Option[]} options */
function table(options) {
  const rows = options.map(({ name, type, isNeeded, text }) => {
    return `| \`${name}\`${isNeeded ? ' (needed)' : ''} | \`${cell(type)}\` | ${cell(text)} |`;
  });
  return ['| option | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

/** @param {ts.Node} node */
const isOurs = (node) => !node.getSourceFile().fileName.includes('node_modules');

/** @param {ts.Symbol} symbol */
function isOptional(symbol) {
  if (symbol.flags & ts.SymbolFlags.Optional) return true;
  const node = symbol.valueDeclaration;
  return Boolean(node && ts.isParameter(node) && (node.initializer ?? node.questionToken));
}

/** Not what is worked upon: blocks, classes, functions. @param {ts.Type} type */
function isOptions(type) {
  const name = type.aliasSymbol?.name ?? type.symbol?.name ?? '';
  const isCallable = type.getCallSignatures().length + type.getConstructSignatures().length > 0;
  return (
    !isCallable &&
    !isPlain(type) &&
    !type.isTypeParameter() &&
    !['Block', 'Blocks', 'Stream', 'AnyStream', 'FieldKind', 'DomainEventType', 'HookType'].includes(name)
  );
}

/** @param {ts.Type} type */
function isPlain(type) {
  return Boolean(
    type.flags &
    (ts.TypeFlags.StringLike |
      ts.TypeFlags.NumberLike |
      ts.TypeFlags.BooleanLike |
      ts.TypeFlags.Undefined |
      ts.TypeFlags.Null),
  );
}
