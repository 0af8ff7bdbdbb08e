import { expect, it } from 'vitest';
import { importRefusalSchema } from '../../../../shared/ipc-contract.ts';
import { describeImportRefusal } from '../../../../shared/texts/import-texts.ts';
import { complaintsAboutAdvice } from './advice-sentences.ts';

it.each(importRefusalSchema.options)('a file that is refused as “%s” has plain words', (reason) => {
  const text = describeImportRefusal(reason);
  expect(complaintsAboutAdvice({ kind: 'wrong', text })).toEqual([]);
});
