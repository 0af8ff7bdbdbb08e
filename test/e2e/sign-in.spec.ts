import { createServer, type Server } from 'node:http';
import { DEFAULT_REDIRECT_PORTS } from '../../shared/session-settings.ts';
import { adviseOnClientId } from '../../shared/texts/client-id-advice.ts';
import { describeSignInFailure } from '../../shared/texts/sign-in-failure-texts.ts';
import { pressInChromium } from './harness/chromium.ts';
import { expect, test } from './harness/fixtures.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const FIRST_PORT = DEFAULT_REDIRECT_PORTS[0];

test('a user signs in with the system’s browser and stays signed in over a restart', async ({
  launch,
  service,
  handOver,
}) => {
  const first = await launch();
  const page = await first.window();
  await new WelcomePage(page).signIn(service.clientId);

  const answer = await pressInChromium(await handOver.nextUrl(), 'Agree');
  expect(answer).toContain('Cratewatch');
  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  await first.quit();

  const second = await launch();
  const pageAgain = await second.window();
  await expect(pageAgain.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  await second.quit();
  const consents = service.requests.filter(({ path }) => path === '/authorize');
  expect(consents).toHaveLength(2); // the page and its form, both of the first sign-in
});

test('a user who presses Cancel in the browser reads so and can try again', async ({
  launch,
  service,
  handOver,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const welcome = new WelcomePage(page);
  await welcome.signIn(service.clientId);

  await pressInChromium(await handOver.nextUrl(), 'Cancel');

  const title = describeSignInFailure({ kind: 'refused-by-user' })?.title ?? '';
  await expect(page.getByText(title)).toBeVisible();
  await welcome.signIn(service.clientId);
  await pressInChromium(await handOver.nextUrl(), 'Agree');
  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});

test('a callback with a wrong state is turned away and the sign-in goes on', async ({
  launch,
  service,
  handOver,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await new WelcomePage(page).signIn(service.clientId);
  const url = await handOver.nextUrl();

  const forged = await fetch(`http://127.0.0.1:${FIRST_PORT}/callback?code=forged&state=forged`);

  expect(forged.status).toBe(400);
  await pressInChromium(url, 'Agree');
  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});

test('a busy port makes the sign-in use the next registered one', async ({
  launch,
  service,
  handOver,
}) => {
  const occupant = await occupy(FIRST_PORT);
  try {
    const cratewatch = await launch();
    const page = await cratewatch.window();
    await new WelcomePage(page).signIn(service.clientId);

    const url = new URL(await handOver.nextUrl());

    expect(url.searchParams.get('redirect_uri')).toBe(
      `http://127.0.0.1:${DEFAULT_REDIRECT_PORTS[1]}/callback`,
    );
    await pressInChromium(url.href, 'Agree');
    await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  } finally {
    occupant.close();
  }
});

test('with every registered port taken the user reads which ports to free', async ({
  launch,
  service,
}) => {
  const occupants = await Promise.all(DEFAULT_REDIRECT_PORTS.map((port) => occupy(port)));
  try {
    const cratewatch = await launch();
    const page = await cratewatch.window();
    await new WelcomePage(page).signIn(service.clientId);
    await expect(page.getByText(DEFAULT_REDIRECT_PORTS.join(', '))).toBeVisible();
  } finally {
    for (const occupant of occupants) {
      occupant.close();
    }
  }
});

test('cancelling in the window frees the port at once', async ({ launch, service, handOver }) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const welcome = new WelcomePage(page);
  await welcome.signIn(service.clientId);
  await handOver.nextUrl();

  await welcome.cancel();

  await expect(welcome.signInButton).toBeVisible();
  const occupant = await occupy(FIRST_PORT);
  occupant.close();
});

for (const [what, text] of [
  ['a short text', 'abc123'],
  ['something else of the same length', 'z'.repeat(32)],
  ['a web address', 'https://example.org/75b2a6c31d585725751ac5d5cc3dba56'],
] as const) {
  test(`${what} is not taken for a client id, and nothing is opened`, async ({
    launch,
    service,
  }) => {
    const cratewatch = await launch();
    const page = await cratewatch.window();
    const welcome = new WelcomePage(page);

    const advice = adviseOnClientId(text);
    await welcome.signIn(text);

    await expect(page.getByText('text' in advice ? advice.text : '')).toBeVisible();
    await expect(welcome.clientId).toBeFocused();
    expect(service.requests).toHaveLength(0);
  });
}

async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
