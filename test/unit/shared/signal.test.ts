import { describe, expect, it } from 'vitest';
import { Signal } from '../../../shared/signal.ts';

describe('a signal', () => {
  it('tells every listener, in the order in which they subscribed', () => {
    const signal = new Signal<number>();
    const heard: string[] = [];
    signal.subscribe((value) => heard.push(`first ${value}`));
    signal.subscribe((value) => heard.push(`second ${value}`));
    signal.emit(1);
    signal.emit(2);
    expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('tells nothing more to one that unsubscribed', () => {
    const signal = new Signal<number>();
    const heard: number[] = [];
    const unsubscribe = signal.subscribe((value) => heard.push(value));
    signal.emit(1);
    unsubscribe();
    signal.emit(2);
    expect(heard).toEqual([1]);
    expect(signal.listenerCount).toBe(0);
  });

  it('keeps the other listeners when one unsubscribes twice', () => {
    const signal = new Signal<number>();
    const heard: number[] = [];
    const unsubscribe = signal.subscribe(() => undefined);
    signal.subscribe((value) => heard.push(value));
    unsubscribe();
    unsubscribe();
    signal.emit(1);
    expect(heard).toEqual([1]);
  });

  it('still tells those that were there when one of them unsubscribes another', () => {
    const signal = new Signal<number>();
    const heard: string[] = [];
    signal.subscribe(() => {
      heard.push('first');
      unsubscribeSecond();
    });
    const unsubscribeSecond = signal.subscribe(() => heard.push('second'));
    signal.emit(1);
    signal.emit(2);
    expect(heard).toEqual(['first', 'second', 'first']);
  });

  it('tells one that subscribes while it speaks only from the next time on', () => {
    const signal = new Signal<number>();
    const heard: number[] = [];
    signal.subscribe((value) => {
      if (value === 1) signal.subscribe((later) => heard.push(later));
    });
    signal.emit(1);
    signal.emit(2);
    expect(heard).toEqual([2]);
  });
});
