import { describe, expect, it } from 'vitest';
import { createUpdateHandlers } from '../../../../electron/ipc/update-handlers.ts';
import type { UpdateState } from '../../../../shared/update-state.ts';

const STATE: UpdateState = { way: 'installs', phase: { kind: 'looking' } };

describe('the window’s calls about newer versions', () => {
  it('are passed on, and answered by whether anything was begun', async () => {
    const calls: string[] = [];
    const answers = (name: string, answer: 'started' | 'not-now') => () => {
      calls.push(name);
      return answer;
    };
    const handlers = createUpdateHandlers({
      state: STATE,
      look: answers('look', 'started'),
      download: answers('download', 'not-now'),
      cancel: () => void calls.push('cancel'),
      install: answers('install', 'started'),
    });
    expect(await handlers.state(undefined)).toEqual(STATE);
    expect(await handlers.look(undefined)).toEqual({ kind: 'started' });
    expect(await handlers.download(undefined)).toEqual({ kind: 'not-now' });
    expect(await handlers.cancel(undefined)).toEqual({ kind: 'done' });
    expect(await handlers.install(undefined)).toEqual({ kind: 'started' });
    expect(calls).toEqual(['look', 'download', 'cancel', 'install']);
  });
});
