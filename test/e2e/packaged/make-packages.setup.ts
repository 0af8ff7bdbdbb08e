import { test } from '@playwright/test';
import { ensurePackages } from '../../../scripts/shipping/ensure-packages.ts';
import { InstalledRoot } from './harness/installed-root.ts';

const unavailable = InstalledRoot.unavailable();

test('the packages are made', async () => {
  test.skip(unavailable !== null, unavailable ?? '');
  test.setTimeout(180_000);
  await ensurePackages((line) => process.stderr.write(`${line}\n`));
});
