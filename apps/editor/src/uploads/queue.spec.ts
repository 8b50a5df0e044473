import { UploadQueue, type SendHooks, type UploadPorts } from './queue';
import type { Upload, UploadedRow } from './upload';

interface Sent {
  upload: Upload;
  on: SendHooks;
  finish: (id?: number) => void;
  fail: (words: string) => void;
}

function world(over: Partial<UploadPorts> = {}) {
  const sent: Sent[] = [];
  const discarded: string[] = [];
  const queue = new UploadQueue({
    send: (upload, on) =>
      new Promise<UploadedRow>((resolve, reject) => {
        on.signal.addEventListener('abort', () => reject(new Error('aborted')));
        sent.push({
          upload,
          on,
          finish: (id = 7) => resolve({ id } as UploadedRow),
          fail: (words) => reject(new Error(words)),
        });
      }),
    discard: (resume) => void discarded.push(resume),
    findSame: () => Promise.resolve([]),
    explain: (error) => {
      const problem = (error as Error).message;
      return { problem, offline: problem === 'no network', refused: problem === 'too large' };
    },
    onDone: () => undefined,
    ...over,
  });
  const file = (name: string) => ({ kind: 'image' as const, source: { file: new File(['four'], name) } });
  const states = () => queue.snapshot().map(({ name, state }) => `${name} ${state}`);
  return { queue, sent, discarded, file, states };
}
const turn = () => new Promise((done) => setTimeout(done));

describe('The queue of uploads', () => {
  it('sends three at a time, and the next when one is done', async () => {
    const { queue, sent, file, states } = world();
    queue.add(['a', 'b', 'c', 'd'].map(file));
    await turn();
    expect(states()).toEqual(['a sending', 'b sending', 'c sending', 'd waiting']);
    sent[0]?.finish(12);
    await turn();
    expect(states()).toEqual(['a done', 'b sending', 'c sending', 'd sending']);
    expect(queue.snapshot()[0]?.id).toBe(12);
  });

  it('goes on from where a paused one stopped', async () => {
    const { queue, sent, file, states } = world();
    const [key = 0] = queue.add([file('a')]);
    await turn();
    sent[0]?.on.onResumable('/uploads/1');
    sent[0]?.on.onProgress(2);
    queue.pause(key);
    expect(states()).toEqual(['a paused']);
    expect(sent[0]?.on.signal.aborted).toBe(true);
    queue.resume(key);
    await turn();
    expect(sent[1]?.upload).toMatchObject({ resume: '/uploads/1', sent: 2 });
  });

  it('gives the place of a paused one to the next', async () => {
    const { queue, file, states } = world();
    const keys = queue.add(['a', 'b', 'c', 'd'].map(file));
    await turn();
    queue.pause(keys[1] ?? 0);
    await turn();
    expect(states()).toEqual(['a sending', 'b paused', 'c sending', 'd sending']);
  });

  it('throws away what the server has of one that is called off', async () => {
    const { queue, sent, discarded, file } = world();
    const [key = 0] = queue.add([file('a')]);
    await turn();
    sent[0]?.on.onResumable('/uploads/1');
    queue.cancel(key);
    expect(queue.snapshot()).toEqual([]);
    expect(discarded).toEqual(['/uploads/1']);
  });

  it('says why one failed and tries it again when asked', async () => {
    const { queue, sent, file } = world();
    const [key = 0] = queue.add([file('a')]);
    await turn();
    sent[0]?.fail('HEIC can’t be read.');
    await turn();
    expect(queue.snapshot()[0]).toMatchObject({ state: 'failed', problem: 'HEIC can’t be read.' });
    queue.resume(key);
    await turn();
    expect(queue.snapshot()[0]).toMatchObject({ state: 'sending', problem: null });
  });

  it('sends another file in the place of one that was not taken', async () => {
    const { queue, sent, file, states } = world();
    const [key = 0] = queue.add([file('a')]);
    await turn();
    sent[0]?.fail('too large');
    await turn();
    expect(queue.snapshot()[0]?.refused).toBe(true);
    queue.chooseOther(key, new File(['four'], 'smaller'));
    await turn();
    expect(states()).toEqual(['smaller sending']);
  });

  it('goes on by itself when the network is back, and leaves what failed for another reason', async () => {
    const { queue, sent, file, states } = world();
    queue.add([file('a'), file('b')]);
    await turn();
    sent[0]?.fail('no network');
    sent[1]?.fail('too large');
    await turn();
    queue.resumeOffline();
    await turn();
    expect(states()).toEqual(['a sending', 'b failed']);
  });

  it('asks about a file the library has, and sends it only if both are wanted', async () => {
    const same = [{ id: 3, title: 'Harbour' }];
    const { queue, sent, file, states } = world({ findSame: () => Promise.resolve(same) });
    const [first = 0, second = 0] = queue.add([file('a'), file('b')]);
    await turn();
    expect(states()).toEqual(['a asking', 'b asking']);
    expect(sent).toEqual([]);
    queue.useSame(first, 3);
    queue.keepBoth(second);
    await turn();
    expect(states()).toEqual(['a done', 'b sending']);
    expect(queue.snapshot()[0]?.id).toBe(3);
  });

  it('pauses and resumes all', async () => {
    const { queue, file, states } = world();
    queue.add(['a', 'b', 'c', 'd'].map(file));
    await turn();
    queue.pauseAll();
    expect(states()).toEqual(['a paused', 'b paused', 'c paused', 'd paused']);
    queue.resumeAll();
    await turn();
    expect(states()).toEqual(['a sending', 'b sending', 'c sending', 'd waiting']);
  });
});
