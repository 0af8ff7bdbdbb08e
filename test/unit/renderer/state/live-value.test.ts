import { describe, expect, it } from 'vitest';
import { LiveValue } from '../../../../renderer/state/live-value.ts';
import type { IpcAnswer } from '../../../../shared/ipc-derived.ts';
import { Signal } from '../../../../shared/signal.ts';

function liveNumber() {
  const told = new Signal<number>();
  const answers: ((answer: IpcAnswer<number>) => void)[] = [];
  const value = new LiveValue<number>({
    snapshot: () => new Promise((resolve) => answers.push(resolve)),
    listen: (listener) => told.subscribe(listener),
  });
  return { told, answers, value };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a live value', () => {
  it('is the snapshot first and then what is told', async () => {
    const { told, answers, value } = liveNumber();
    value.start();
    expect(value.current()).toEqual({ kind: 'loading' });
    answers[0]?.({ ok: true, value: 1 });
    await settled();
    expect(value.current()).toEqual({ kind: 'ready', value: 1 });
    told.emit(2);
    expect(value.current()).toEqual({ kind: 'ready', value: 2 });
  });

  it('keeps an event that overtook the snapshot', async () => {
    const { told, answers, value } = liveNumber();
    value.start();
    told.emit(2);
    answers[0]?.({ ok: true, value: 1 });
    await settled();
    expect(value.current()).toEqual({ kind: 'ready', value: 2 });
  });

  it('names the log entry of a failure and can be asked again', async () => {
    const { answers, value } = liveNumber();
    value.start();
    answers[0]?.({ ok: false, error: { kind: 'internal', id: 'x' } });
    await settled();
    expect(value.current()).toEqual({ kind: 'failed', id: 'x' });
    value.reload();
    answers[1]?.({ ok: true, value: 3 });
    await settled();
    expect(value.current()).toEqual({ kind: 'ready', value: 3 });
  });

  it('is refreshed behind what is shown, and keeps that where there is no answer', async () => {
    const { told, answers, value } = liveNumber();
    value.start();
    told.emit(1);
    value.refresh();
    expect(value.current()).toEqual({ kind: 'ready', value: 1 });
    answers[1]?.({ ok: true, value: 2 });
    await settled();
    expect(value.current()).toEqual({ kind: 'ready', value: 2 });
    value.refresh();
    answers[2]?.({ ok: false, error: { kind: 'internal', id: 'x' } });
    await settled();
    expect(value.current()).toEqual({ kind: 'ready', value: 2 });
    value.refresh();
    told.emit(4);
    answers[3]?.({ ok: true, value: 3 });
    await settled();
    expect(value.current()).toEqual({ kind: 'ready', value: 4 });
  });

  it('listens no more once stopped, and only once however often it is started', () => {
    const { told, value } = liveNumber();
    value.start();
    value.start();
    expect(told.listenerCount).toBe(1);
    value.stop();
    expect(told.listenerCount).toBe(0);
  });
});
