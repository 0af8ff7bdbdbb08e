import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGE_BACKGROUND } from '../../../../electron/desktop/page-background.ts';

it('gives the window the same background as the page, in light and dark', () => {
  const tokens = readFileSync(
    join(import.meta.dirname, '../../../../renderer/styles/tokens.css'),
    'utf8',
  );
  const [light, dark] = [...tokens.matchAll(/--paper: (#[0-9a-f]+);/g)].map((match) => match[1]);
  expect({ light, dark }).toEqual(PAGE_BACKGROUND);
});
