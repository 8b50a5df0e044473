import { Batch } from './batch';

describe('Batch', () => {
  it('asks once for all ids wanted at about the same time', async () => {
    const asked: number[][] = [];
    const batch = new Batch(async (ids) => {
      asked.push(ids);
      return ids.filter((id) => id !== 3).map((id) => ({ id }));
    });
    const found = await Promise.all([batch.load(1), batch.load(2), batch.load(1), batch.load(3)]);
    expect(asked).toEqual([[1, 2, 3]]);
    expect(found).toEqual([{ id: 1 }, { id: 2 }, { id: 1 }, null]);
  });

  it('splits what is too much for one request', async () => {
    const sizes: number[] = [];
    const batch = new Batch(async (ids) => {
      sizes.push(ids.length);
      return ids.map((id) => ({ id }));
    });
    await Promise.all(Array.from({ length: 120 }, (_, id) => batch.load(id + 1)));
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('passes a failure on to everybody who waits', async () => {
    const batch = new Batch<{ id: number }>(() => Promise.reject(new Error('away')));
    const results = await Promise.allSettled([batch.load(1), batch.load(2)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
  });
});
