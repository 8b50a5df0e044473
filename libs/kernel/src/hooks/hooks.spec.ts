import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteCtx } from '../actions/transaction.js';
import type { DiscoveredMethod, DiscoveredMethods } from '../discovery.js';
import { ContentHook, HookPoint, type HookMetadata } from './hook.decorator.js';
import { Hooks } from './hooks.js';

class BeforeSowing extends HookPoint {
  readonly ctx = {} as WriteCtx;
}
class BeforeWriting extends ContentHook {
  readonly ctx = {} as WriteCtx;
}

/** Hooks of these providers' methods: name, order and what each does. */
function hooksOf(...methods: [string, number, () => unknown][]): Hooks {
  const found = methods.map(([name, order, work]): DiscoveredMethod<HookMetadata> => {
    return { name, metadata: { type: BeforeSowing, order }, call: async () => work() };
  });
  return new Hooks({ withMetadata: () => found } as unknown as DiscoveredMethods);
}

describe('hooks', () => {
  it('run in their order, each after the one before it', async () => {
    const ran: string[] = [];
    const hooks = hooksOf(
      ['last', 2, () => ran.push('last')],
      ['first', 1, () => sleep(5).then(() => ran.push('first'))],
    );
    await hooks.run(new BeforeSowing());
    expect(ran).toEqual(['first', 'last']);
  });

  it('that hold a transaction for more than 100 ms are named in the log', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    await hooksOf(['Quick.look', 0, () => undefined], ['Slow.look', 1, () => sleep(130)]).run(new BeforeSowing());
    expect(warned.mock.calls).toEqual([
      [expect.stringMatching(/^Hook Slow\.look took 1\d\d ms inside a transaction\.$/)],
    ]);
    warned.mockRestore();
  });

  it('refuse with the place of the field in the request', () => {
    const pathOf = (point: HookPoint): unknown => {
      try {
        return point.reject('a/b', 'No.');
      } catch (error) {
        return (error as { errors: { path: string }[] }).errors[0]?.path;
      }
    };
    expect([pathOf(new BeforeSowing()), pathOf(new BeforeWriting())]).toEqual(['/a~1b', '/fields/a~1b']);
  });
});
