import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { demoOptions } from './demo/demo-options.ts';
import { lastWord } from './demo/last-word.ts';
import { isNoise } from './demo/stderr-noise.ts';
import { runForeground } from './foreground-child.ts';
import { prepareLaunch } from './launch/prepare-launch.ts';
import { runScript } from './plain-failure.ts';

function eachLine(stream: Readable | null, take: (line: string) => void): void {
  if (stream !== null) createInterface({ input: stream }).on('line', take);
}

// Cratewatch on a made-up library, in a profile of its own that is deleted afterwards:
//   npm run demo                          until it is quit
//   npm run demo -- --exit-after-sync     one check, a picture, a summary
await runScript(async () => {
  const say = (line: string) => console.log(line);
  const launch = await prepareLaunch(say, { build: true });
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-demo-'));
  const profileFolder = join(folder, 'profile');
  try {
    const options = demoOptions({
      given: process.argv.slice(2),
      hasOwnDisplay: launch.hasOwnDisplay,
      profileFolder,
      screenshotPath: join(folder, 'screenshot.png'),
    });
    say('Starting with a sample library and a fresh profile. Nothing is asked from Spotify.');
    if (launch.hasOwnDisplay)
      say('There is no display here, so the window opens on a virtual one.');
    if (!options.includes('--exit-after-sync')) say('Quit from the tray, or press Ctrl+C here.');
    const output = lastWord(say);
    const exitCode = await runForeground(launch.executablePath, launch.argumentsFor(options), {
      env: launch.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      onStart: (child) => {
        eachLine(child.stdout, (line) => output.line(line));
        eachLine(child.stderr, (line) => {
          if (!isNoise(line)) console.error(line);
        });
      },
    });
    await launch.end();
    output.end();
    return exitCode;
  } finally {
    await launch.end();
    await rm(profileFolder, { recursive: true, force: true, maxRetries: 3 });
  }
});
