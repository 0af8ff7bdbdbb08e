import { findElectron } from './electron-runtime/find-electron.ts';
import { runForeground } from './foreground-child.ts';
import { runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';
import { toolEnvironment } from './tool-environment.ts';

// Packs the built app, as a folder by default:
//   npm run package                    dist/linux-unpacked
//   npm run package -- --linux deb     any other target of electron-builder
await runScript(async () => {
  const electron = await findElectron((line) => console.error(line));
  console.error(electron.line);
  const given = process.argv.slice(2);
  return await runForeground(
    'electron-builder',
    [
      ...(given.length === 0 ? ['--dir'] : given),
      `-c.electronDist=${electron.distPath}`,
      `-c.electronVersion=${electron.version}`,
    ],
    { cwd: projectRoot, env: toolEnvironment({}) },
  );
});
