/** What was said about names that vanished and names that appeared. */
export interface RenameAnswers {
  /** `BlogPost.summary=lead`, as `--rename` takes it. */
  readonly fields: readonly string[];
  /** `BlogPost=Article`, as `--rename-type` takes it. */
  readonly types: readonly string[];
  /** Asks a person yes or no; null when nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

/** Nobody said anything. */
export const NO_ANSWERS: RenameAnswers = { fields: [], types: [], ask: null };

interface Said {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** Names something declared. */
  used: boolean;
  /** Named something that was there, under its old name. */
  made: boolean;
}

/** Decides whether something was renamed: by what was declared or said, else by asking; else it only leaves a hint. */
export class Decisions {
  /** Renames that look likely and that nobody confirmed. */
  readonly hints: string[] = [];
  private readonly fields: Said[];
  private readonly types: Said[];

  constructor(private readonly answers: RenameAnswers) {
    this.fields = answers.fields.map((text) => said(text, '--rename BlogPost.summary=lead', /^[\w.]+\.\w+=\w+$/));
    this.types = answers.types.map((text) => said(text, '--rename-type BlogPost=Article', /^[\w.]+=[\w.]+$/));
  }

  /** Old names of a type that were declared or said. */
  oldNamesOfType(name: string, was: readonly string[]): string[] {
    const told = this.types.filter(({ to }) => isNamed(name, to)).map((each) => take(each).from);
    return [...told, ...was].map((old) => (old.includes('.') ? old : `${appOf(name)}${old}`));
  }

  /** Old names of a field that were declared or said. */
  oldNamesOfField(type: string, field: string, was: readonly string[]): string[] {
    const told = this.fields.filter(({ from, to }) => to === field && isNamed(type, ownerOf(from)));
    return [...told.map((each) => lastOf(take(each).from)), ...was];
  }

  /** Notes that a type has its new name now. */
  madeOfType(name: string, old: string): void {
    for (const each of this.types) if (isNamed(name, each.to) && isNamed(old, each.from)) each.made = true;
  }

  /** Notes that a field has its new name now. */
  madeOfField(type: string, field: string, old: string): void {
    for (const each of this.fields) {
      if (each.to === field && isNamed(type, ownerOf(each.from)) && lastOf(each.from) === old) each.made = true;
    }
  }

  /** Asks whether something was renamed; without anybody to ask it was not, and the hint says how to tell. */
  async confirm(question: string, hint: string): Promise<boolean> {
    if (this.answers.ask) return this.answers.ask(question);
    this.hints.push(hint);
    return false;
  }

  /** Throws for what was said about names that nobody has, or had. */
  requireAllMade(typeNames: readonly string[]): void {
    for (const { text, from, to, used, made } of this.types) {
      if (!used) throw new Error(`${text}: no declared type is called ${to}.`);
      if (!made) throw new Error(`${text}: the database has no type ${from} that could be called ${to} now.`);
    }
    for (const { text, from, to, used, made } of this.fields) {
      const owner = ownerOf(from);
      if (!typeNames.some((name) => isNamed(name, owner)))
        throw new Error(`${text}: no declared type is called ${owner}.`);
      if (!used) throw new Error(`${text}: ${owner} declares no field ${to}.`);
      if (!made)
        throw new Error(`${text}: ${owner} has no field ${lastOf(from)} in the database that could be ${to} now.`);
    }
  }
}

function said(text: string, example: string, pattern: RegExp): Said {
  if (!pattern.test(text)) throw new Error(`“${text}” is no rename. Write it as in ${example}.`);
  const [from = '', to = ''] = text.split('=');
  return { text, from, to, used: false, made: false };
}

function take(each: Said): Said {
  each.used = true;
  return each;
}

const appOf = (name: string): string => (name.includes('.') ? `${name.split('.')[0]}.` : '');
const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
const ownerOf = (from: string): string => from.split('.').slice(0, -1).join('.');
const isNamed = (name: string, text: string): boolean => name === text || lastOf(name) === text;
