import { expect, it } from 'vitest';
import { assertNever } from '../../../shared/assert-never.ts';

it('an unhandled case throws and names the value', () => {
  const unknown: unknown = { kind: 'from-the-future' };
  expect(() => assertNever(unknown as never)).toThrow('Unhandled case: {"kind":"from-the-future"}');
});
