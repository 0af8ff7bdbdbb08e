import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startVirtualDisplay } from '../../scripts/desktop/virtual-display.ts';
import { expect, test } from './harness/fixtures.ts';
import { startRealPanel } from './harness/real-panel.ts';
import { untilIconIsRegistered } from './harness/until-on-bus.ts';

const run = promisify(execFile);

test.skip(process.platform !== 'linux', 'The panel is that of a Linux desktop.');
test.use({ hasPanel: false });

test('the panel of Xfce shows the icon, opens its menu, and "Quit" there quits', async ({
  keyring,
  launch,
  folder,
}) => {
  // Other tests have windows of their own, and no hand shall press their keys.
  const display = await startVirtualDisplay(folder);
  const env = { ...keyring.env, ...display.env };
  const panel = await startRealPanel({ env, isDark: true, height: 26 });
  const cratewatch = await launch({ args: ['--hidden'], env: display.env });
  await untilIconIsRegistered(keyring.env.DBUS_SESSION_BUS_ADDRESS ?? '');
  const { x, y } = panel.firstIcon;
  const open = ['key', 'Escape', 'mousemove', `${x}`, `${y}`, 'click', '3'];
  const chooseLast = ['key', 'Up', 'key', 'Return'];
  // Nothing says when a panel has drawn what was registered, or has opened its menu.
  await expect(async () => {
    await xdotool(open);
    await xdotool(chooseLast);
    await expect.poll(() => cratewatch.hasEnded, { timeout: 3_000 }).toBe(true);
  }).toPass({ timeout: 45_000 });
  expect(await cratewatch.exitCode()).toBe(0);
  await panel.close();
  await display.end();

  async function xdotool(commands: readonly string[]): Promise<void> {
    await run('xdotool', [...commands], { env: { ...process.env, ...env } });
  }
});
