import { expect, test } from './harness/fixtures.ts';
import { runToEnd } from './harness/run-to-end.ts';

test('closing the window ends its process, and a second start opens it again', async ({
  launchSignedIn,
  profile,
  appEnv,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const renderers = () =>
    cratewatch.electron.evaluate(
      ({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length,
    );
  expect(await renderers()).toBe(1);

  await Promise.all([
    page.waitForEvent('close'),
    cratewatch.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
  await expect.poll(renderers).toBe(0);
  expect(cratewatch.hasEnded).toBe(false);

  const reopened = cratewatch.electron.waitForEvent('window');
  const second = await runToEnd(profile, appEnv);
  expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('already running') });
  const again = await reopened;
  await expect(again.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});
