import { findElectron } from './electron-runtime/find-electron.ts';
import { runScript } from './plain-failure.ts';

// Standard output holds the folder and nothing else, so that a shell can take it:
//   ELECTRON_OVERRIDE_DIST_PATH=$(node scripts/print-electron.ts)
await runScript(async () => {
  const electron = await findElectron((line) => console.error(line));
  console.error(electron.line);
  console.log(electron.distPath);
  return 0;
});
