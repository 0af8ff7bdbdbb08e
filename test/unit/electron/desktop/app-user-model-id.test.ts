import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  APP_USER_MODEL_ID,
  nameForNotifications,
} from '../../../../electron/desktop/app-user-model-id.ts';

it.each([
  ['win32', [APP_USER_MODEL_ID]],
  ['linux', []],
  ['darwin', []],
] as const)('on %s notifications are named as the installed program is', (platform, ids) => {
  const set: string[] = [];
  nameForNotifications({ setAppUserModelId: (id) => set.push(id) }, platform);
  expect(set).toEqual(ids);
});

it('the id is the one under which the installer knows the program', () => {
  const packaging = parse(readFileSync('electron-builder.yml', 'utf8'));
  expect(z.object({ appId: z.string() }).parse(packaging).appId).toBe(APP_USER_MODEL_ID);
});
