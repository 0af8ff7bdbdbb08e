import { expect, test } from './harness/fixtures.ts';

test.skip(process.platform !== 'linux', 'Elsewhere the formats do not come from the environment.');

test('window and tray write times in the system’s formats and zone, not in the desktop’s language', async ({
  launchSignedIn,
  launch,
  panel,
}) => {
  // Three starts.
  test.slow();
  await (await launchSignedIn()).cratewatch.quit();
  const region = { LC_ALL: '', LANG: 'en_US.UTF-8', TZ: 'Asia/Kathmandu' };

  for (const [formats, time] of [
    ['de_AT.UTF-8', /^\d\d:\d\d$/],
    ['en_US.UTF-8', /^\d{1,2}:\d\d\s[AP]M$/u],
  ] as const) {
    const cratewatch = await launch({ env: { ...region, LC_TIME: formats } });
    const page = await cratewatch.window();
    const tray = await panel.item();
    await expect
      .poll(async () => (await tray.menuLabels()).find((label) => label.startsWith('Next check')))
      .toMatch(new RegExp(`(at|tomorrow at) ${time.source.slice(1)}`, 'u'));

    const last = page.locator('time', { hasText: 'Last check' }).first();
    const told = (await last.getAttribute('title')) ?? '';
    expect(told).toMatch(new RegExp(`, ${time.source.slice(1)}`, 'u'));
    // Kathmandu is 5 hours and 45 minutes ahead, which no other zone around is.
    const atMs = Date.parse((await last.getAttribute('datetime')) ?? '');
    const minute = new Date(atMs + 45 * 60_000).getUTCMinutes();
    expect(told).toContain(`:${String(minute).padStart(2, '0')}`);
    await cratewatch.quit();
  }
});
