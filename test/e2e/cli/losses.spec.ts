import { IMPORTS, fill, post } from './blog.js';
import { TempProject } from './temp-project.js';

describe('what would lose data, or fail over it', () => {
  let project: TempProject;
  const kept = '@TextField() summary: string;';
  beforeAll(async () => {
    project = await TempProject.create();
    project.declare(post(`${kept} @CharField({ maxLength: 50 }) code: string; @IntegerField() size: number;`));
    await project.must(['migrate'], ['makemigrations', '--name', 'first'], ['migrate']);
    await fill(project);
    await project.sql(`UPDATE blog_blog_post SET size = 7, code = repeat('x', page_id * 5)`);
  }, 120_000);
  afterAll(() => project.end());

  it('is refused for text that would be cut, with the number of what is too long; by leave it says so', async () => {
    project.declare(post(`${kept} @CharField({ maxLength: 12 }) code: string; @IntegerField() size: number;`));
    const words =
      'from character varying(50) to character varying(12), which not every value fits: 2 of 3 values would be cut';
    const refused = await project.run(['makemigrations']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(words)]);
    expect(project.files()).toHaveLength(1);
    const written = await project.must(['makemigrations', '--allow-destructive', '--name', 'short']);
    expect(written).toContain(words);
    await project.must(['migrate']);
    expect(await project.sql('SELECT length(code) AS n FROM blog_blog_post ORDER BY 1')).toEqual(
      [10, 12, 12].map((n) => ({ n })),
    );
  }, 120_000);

  it('is refused for a column of a plain entity that may not be empty, in a table with rows', async () => {
    const entity = (columns: string, more = ''): string => `${IMPORTS}
      import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
      @Entity('shop_order') ${more} class Order { @PrimaryGeneratedColumn() id: number; ${columns} }
      @PageType({ app: 'blog' }) class BlogPost extends PageContent {
        ${kept} @CharField({ maxLength: 12 }) code: string; @IntegerField() size: number; }
      const types = [BlogPost]; const models = [manage(Order)];`;
    const state = (...values: string[]): string =>
      `@Column('enum', { enum: ${JSON.stringify(values)}, default: '${values[0]}' }) state: string; @Column('int', { default: 1 }) n: number;`;
    const names = `@Index('order_by_n', ['n']) @Check('order_n', 'n > 0') @Unique('order_once', ['n', 'state'])`;
    project.declare(entity(state('new', 'paid'), names));
    await project.must(['makemigrations', '--name', 'orders'], ['migrate']);
    expect(project.read(project.files()[2]!)).toContain(`named = ['order_by_n', 'order_n', 'order_once'];`);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
    await project.sql(`INSERT INTO shop_order (state) VALUES ('new'), ('paid')`);
    project.declare(entity(`${state('new', 'paid')} @Column('text') note: string;`, names));
    const ended = await project.run(['makemigrations']);
    expect(ended.err).toContain('adds shop_order.note, which may not be empty and has no default (2 rows)');

    project.declare(entity(state('new', 'paid'), `${names} @Unique('n_once', ['n'])`));
    const twice = await project.run(['makemigrations']);
    expect([twice.code, twice.err]).toEqual([
      1,
      expect.stringContaining('allows each n once in shop_order, where some repeat (2 rows)'),
    ]);

    // A value more is no loss; one that rows have cannot go.
    project.declare(entity(state('new', 'paid', 'sent'), names));
    await project.must(['makemigrations', '--name', 'sent'], ['migrate']);
    await project.sql(`INSERT INTO shop_order (state) VALUES ('sent')`);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
    project.declare(entity(state('new', 'paid'), names));
    const used = await project.run(['makemigrations']);
    expect([used.code, used.err]).toEqual([
      1,
      expect.stringContaining('takes values from shop_order.state that rows have (1 row)'),
    ]);
    await project.sql(`UPDATE shop_order SET state = 'paid', n = 2 WHERE state = 'sent'`);
    await project.must(['makemigrations', '--name', 'not sent'], ['migrate']);

    // What had a name by declaration goes with it; what was made by hand beside it stays.
    await project.sql(
      `CREATE INDEX by_hand ON shop_order (n); ALTER TABLE shop_order ADD CONSTRAINT by_hand_check CHECK (n < 100)`,
    );
    project.declare(entity(state('new', 'paid')));
    await project.must(['makemigrations', '--name', 'no names'], ['migrate']);
    const source = project.read(project.files().at(-1)!);
    for (const name of ['order_by_n', 'order_n', 'order_once']) expect(source).toMatch(new RegExp(`DROP .*"${name}"`));
    expect(source).not.toContain('by_hand');
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
  }, 240_000);

  it('makes the same file twice, but for its time', async () => {
    project.declare(post(`${kept} @IntegerField() zebra: number; @CharField() apple: string;`, 'Other'));
    const written: string[] = [];
    for (const _ of [1, 2]) {
      const index = project.read('index.ts');
      await project.must(['makemigrations', '--allow-destructive', '--name', 'again']);
      const file = project.files().at(-1)!;
      written.push(project.read(file).replaceAll(/Again\d{13}/g, 'Again'));
      project.remove(file);
      project.write('index.ts', index);
    }
    expect(written[0]).toContain('"zebra"');
    expect(written[1]).toBe(written[0]);
  }, 60_000);
});
