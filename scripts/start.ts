import { runForeground } from './foreground-child.ts';
import { prepareLaunch } from './launch/prepare-launch.ts';
import { runScript } from './plain-failure.ts';

// Starts the app itself. Every option goes to it, and its exit code is ours:
//   npm start -- --exit-after-sync
await runScript(async () => {
  const launch = await prepareLaunch((line) => console.error(line), { build: true });
  try {
    const options = process.argv.slice(2);
    return await runForeground(launch.executablePath, launch.argumentsFor(options), {
      env: launch.env,
    });
  } finally {
    await launch.end();
  }
});
