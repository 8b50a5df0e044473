/** @import ts from 'typescript' */

/**
 * A page of the reference.
 * @typedef {object} Chapter
 * @property {string} file
 * @property {string} title
 * @property {string} introduction
 * @property {readonly string[]} [common] interfaces of options that all entries take, told about here
 * @property {readonly string[]} [known] interfaces of options that all entries take, told about in another chapter
 * @property {(name: string, calls: readonly ts.Signature[]) => boolean} has
 */

const TYPES = ['PageType', 'SnippetType', 'SettingsType', 'ItemType'];
const API = ['ApiField', 'RenditionField', 'AddressField', 'OwnerField'];
const LISTENERS = ['OnEvent', 'Hook', 'JobHandler', 'BulkAction', 'CliCommand', 'StartupCheck'];

/** @param {readonly ts.Signature[]} calls @param {string} returned */
const returns = (calls, returned) =>
  calls.some(
    (call) => call.getReturnType().symbol?.name === returned || call.getReturnType().aliasSymbol?.name === returned,
  );

/** @type {readonly Chapter[]} */
export const chapters = [
  {
    file: 'types.md',
    title: 'Types',
    introduction: 'A decorator makes a class a declared type, with a table, a form, an API and permissions of its own.',
    common: ['TypeOptions'],
    has: (name) => TYPES.includes(name),
  },
  {
    file: 'fields.md',
    title: 'Fields',
    introduction:
      'A decorator makes a property a field. A property of the wrong type does not compile. All fields take the options of `NodeOptions` and `FieldOptions`; what a field takes beyond them is with it.',
    common: ['NodeOptions', 'FieldOptions'],
    has: (name, calls) => returns(calls, 'FieldDecorator'),
  },
  {
    file: 'blocks.md',
    title: 'Blocks',
    introduction:
      'A function makes a block: a part of a stream, of a struct or of a list. Blocks take the options of `NodeOptions` too, which the reference of fields tells about; they have to be filled in before publishing unless they are wrapped in `optional`.',
    known: ['NodeOptions'],
    has: (name, calls) => /^[a-z]/.test(name) && (returns(calls, 'Block') || returns(calls, 'Stream')),
  },
  {
    file: 'content-api.md',
    title: 'What the content API prints',
    introduction: 'Members of a type that are no stored fields and are printed all the same.',
    has: (name) => API.includes(name),
  },
  {
    file: 'extension.md',
    title: 'Extension',
    introduction: 'Decorators of methods of a plugin’s providers, found when the application starts.',
    has: (name) => LISTENERS.includes(name),
  },
];
