import { runScript } from '../plain-failure.ts';
import { findElectron } from './find-electron.ts';

// Standard output holds the folder and nothing else, so that a shell can take it:
//   ELECTRON_OVERRIDE_DIST_PATH=$(node scripts/electron-runtime/print.ts)
await runScript(async () => {
  const electron = await findElectron((line) => console.error(line));
  console.error(electron.line);
  console.log(electron.distPath);
  return 0;
});
