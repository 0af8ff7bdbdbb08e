import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { agreeInSampleBrowser } from '../electron/sample-service/authorize-like-a-browser.ts';
import { startSampleService } from '../electron/sample-service/start-sample-service.ts';
import { redirectUriFor } from '../electron/session/callback-request.ts';
import { systemClock } from '../shared/clock.ts';
import { DEFAULT_REDIRECT_PORTS } from '../shared/session-settings.ts';
import { BrowserHandOver } from '../test/e2e/harness/browser-hand-over.ts';
import { Cratewatch } from '../test/e2e/harness/cratewatch.ts';
import { ownPlaylists } from '../test/e2e/harness/own-playlist.ts';
import { startRealPanel } from '../test/e2e/harness/real-panel.ts';
import { runToEnd } from '../test/e2e/harness/run-to-end.ts';
import { WelcomePage } from '../test/e2e/harness/welcome-page.ts';
import { startPrivateKeyring } from '../test/harness/private-keyring.ts';
import { startVirtualDisplay } from './desktop/virtual-display.ts';
import { findElectron } from './electron-runtime/find-electron.ts';
import { runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';

// Pictures of the tray icon and its menu on the panel of Xfce, light and dark, for looking at. Needs
// the packages xfce4-panel, xfconf, xdotool and imagemagick, and a finished build:
//   node scripts/panel-pictures.ts [--to <folder>]

/** Panels draw after they were told; nothing says when they have. */
const DRAWN_AFTER_MS = 700;
const PANEL_HEIGHTS = [26, 48];
const LIBRARY = { savedTracks: 130, ownPlaylists: 5, followedPlaylists: 2, itemsPerPlaylist: 12 };

const run = promisify(execFile);

await runScript(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string', default: 'panel-pictures' } } });
  const folder = resolve(projectRoot, values.to);
  await mkdir(folder, { recursive: true });
  const electron = await findElectron((line) => console.log(line));
  process.env.ELECTRON_OVERRIDE_DIST_PATH = electron.distPath;
  for (const isDark of [false, true]) {
    for (const height of PANEL_HEIGHTS) {
      await drawPanel(folder, isDark, height);
    }
  }
  return 0;
});

async function drawPanel(folder: string, isDark: boolean, height: number): Promise<void> {
  const own = await mkdtemp(join(tmpdir(), 'cratewatch-panel-'));
  const ends: (() => Promise<unknown>)[] = [() => rm(own, { recursive: true, force: true })];
  try {
    const keyring = await startPrivateKeyring();
    ends.push(() => keyring.close());
    const display = await startVirtualDisplay(own);
    ends.push(() => display.end());
    const env = { ...keyring.env, ...display.env, WAYLAND_DISPLAY: '' };
    const panel = await startRealPanel({ env, isDark, height });
    ends.push(() => panel.close());
    const service = await startSampleService({
      clock: systemClock,
      seed: 7,
      library: LIBRARY,
      redirectUris: DEFAULT_REDIRECT_PORTS.map((port) => redirectUriFor(port)),
    });
    ends.push(() => service.close());
    const handOver = await BrowserHandOver.create(own);
    const profile = join(own, 'profile');
    const appEnv = {
      ...env,
      ...handOver.env(),
      CRATEWATCH_ACCOUNTS_URL: service.accountsUrl,
      CRATEWATCH_API_URL: service.apiUrl,
    };
    const cratewatch = await Cratewatch.launch({ profile, env: appEnv });
    ends.push(() => cratewatch.quit());

    const look = `${isDark ? 'dark' : 'light'}-${height}`;
    const take = async (what: string): Promise<void> => {
      await pause(DRAWN_AFTER_MS);
      const file = join(folder, `${look}-${what}.png`);
      await run('import', ['-window', 'root', file], { env: { ...process.env, ...env } });
      console.log(file);
    };
    const xdotool = (...args: readonly string[]) =>
      run('xdotool', [...args], { env: { ...process.env, ...env } });
    const { x, y } = panel.firstIcon;
    const openMenu = () => xdotool('mousemove', `${x}`, `${y}`, 'click', '3');
    const closeMenu = () => xdotool('key', 'Escape');

    const page = await cratewatch.window();
    await take('1-not-signed-in');
    await new WelcomePage(page).signIn(service.clientId);
    await agreeInSampleBrowser(await handOver.nextUrl());
    await page.getByRole('heading', { name: 'Watching your library' }).waitFor();
    await take('2-watching');

    const [playlist] = ownPlaylists(service.library.snapshot());
    if (playlist === undefined) throw new Error('The sample library has no own playlist.');
    service.library.removeItems(playlist.id, 0);
    service.library.rename(playlist.id, 'أغاني البحر');
    service.library.saveTrack();
    service.library.saveTrack();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('new changes').first().waitFor();
    await page.getByRole('heading', { name: 'Watching your library' }).waitFor();
    await closeWindow(cratewatch, page);
    await take('3-new-changes');
    await openMenu();
    await take('4-menu');
    // Held open while it changes: a second start turns to the sample library.
    await runToEnd(profile, appEnv, '--sample', '--hidden');
    await take('5-menu-held-open');
    await take('6-menu-still-open');
    await closeMenu();
    await take('7-later');
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

async function closeWindow(cratewatch: Cratewatch, page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('close'),
    cratewatch.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
}
