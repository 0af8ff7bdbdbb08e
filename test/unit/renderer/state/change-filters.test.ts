import { expect, it } from 'vitest';
import { FILTERS } from '../../../../renderer/state/change-filters.ts';
import { changeFilterSchema } from '../../../../shared/change.ts';

it('the window offers the filters that the main process knows, in the same order', () => {
  expect(FILTERS).toEqual(changeFilterSchema.options);
});
