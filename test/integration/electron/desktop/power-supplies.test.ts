import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPowerSupplies } from '../../../../electron/desktop/power-supplies.ts';

test('what the kernel says of each supply is read, and what it does not say is nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-power-'));
  await mkdir(join(folder, 'AC'));
  await writeFile(join(folder, 'AC', 'type'), 'Mains\n');
  await writeFile(join(folder, 'AC', 'online'), '0\n');
  await mkdir(join(folder, 'BAT0'));
  await writeFile(join(folder, 'BAT0', 'type'), 'Battery\n');
  await writeFile(join(folder, 'BAT0', 'status'), 'Discharging\n');
  const supplies = [...(await readPowerSupplies(folder))];
  expect(supplies).toHaveLength(2);
  expect(supplies).toContainEqual({ type: 'Mains', scope: null, online: '0', status: null });
  expect(supplies).toContainEqual({
    type: 'Battery',
    scope: null,
    online: null,
    status: 'Discharging',
  });
  await rm(folder, { recursive: true });
});

test('a system without such a list has no supplies', async () => {
  expect(await readPowerSupplies('/sys/class/none-such')).toEqual([]);
});
