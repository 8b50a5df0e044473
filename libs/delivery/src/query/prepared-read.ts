import pg, { type Connection, type PoolClient, type Submittable } from 'pg';
import type { Row } from '../model/api-model.js';

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/** Types read as JavaScript values; all others stay the text Postgres wrote, so that nothing is rounded. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  21: Number,
  23: Number,
  700: Number,
  701: Number,
};
const AS_TEXT = (text: string): unknown => text;

/** How a value of a type is read, by its number in Postgres. */
export function parserOf(oid: number): (text: string) => unknown {
  return PARSERS[oid] ?? AS_TEXT;
}

/** What pg knows of a connection besides what its types tell. */
type Wire = Connection & {
  /** Statements that were prepared here, by name. */
  readonly parsedStatements: Record<string, string | undefined>;
  bind(config: { statement: string; values: readonly unknown[] }): void;
  parse(query: { name: string; text: string }): void;
  describe(message: { type: 'P' }): void;
  execute(config: object): void;
};

/** The columns of a statement's rows. */
interface Shape {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** A row without values, so that all rows are alike to the engine. */
  readonly empty: Row;
}

/** What is known of statements that were prepared on a connection, by name. */
const shapesOf = new WeakMap<Connection, Map<string, Shape>>();

/**
 * Reads rows by a named statement. Postgres parses it once for each connection and tells its columns once too: after
 * that each reading sends the values and gets the rows, and nothing else is said.
 */
export function preparedRead(
  client: PoolClient,
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new PreparedRead(statement.name, statement.text, values, resolve, reject));
  });
}

/** One reading, as pg asks those who bring a protocol of their own: it calls the methods as messages come. */
class PreparedRead implements Submittable {
  private readonly rows: Row[] = [];
  /** As they are sent. */
  private readonly values: readonly unknown[];
  private shape: Shape | undefined;
  private keep: (shape: Shape) => void = () => undefined;

  constructor(
    readonly name: string,
    readonly text: string,
    values: readonly unknown[],
    private readonly resolve: (rows: Row[]) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.values = values.map(prepareValue);
  }

  submit(connection: Connection): void {
    const wire = connection as Wire;
    const shapes = shapesOf.get(connection) ?? new Map<string, Shape>();
    shapesOf.set(connection, shapes);
    this.shape = shapes.get(this.name);
    this.keep = (shape) => shapes.set(this.name, shape);
    // All of it is sent as one.
    wire.stream.cork();
    if (wire.parsedStatements[this.name] === undefined) wire.parse(this);
    wire.bind({ statement: this.name, values: this.values });
    if (!this.shape) wire.describe({ type: 'P' });
    wire.execute({});
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: readonly { name: string; dataTypeID: number }[] }): void {
    const names = fields.map(({ name }) => name);
    const parsers = fields.map(({ dataTypeID }) => parserOf(dataTypeID));
    this.shape = { names, parsers, empty: Object.fromEntries(names.map((name) => [name, null])) };
    this.keep(this.shape);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { names, parsers, empty } = this.shape as Shape;
    const row: Record<string, unknown> = { ...empty };
    for (let index = 0; index < fields.length; index += 1) {
      const text = fields[index];
      if (text !== null) row[names[index] as string] = parsers[index]?.(text as string);
    }
    this.rows.push(row);
  }

  handleReadyForQuery(): void {
    this.resolve(this.rows);
  }

  handleError(error: Error): void {
    this.reject(error);
  }

  handleCommandComplete(): void {
    // How many there were is known.
  }

  handleEmptyQuery(): void {
    // Statements of ours are never empty.
  }
}
