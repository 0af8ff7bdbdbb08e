import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { parseCommandLine } from './command-line.mjs';

// The pinned runtime comes without Electron's own default app, which is what makes
// `electron <folder>` work. This one does the part of it that development needs.

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Makes the app look as it does when packaged: its own name, version and path. */
function takeIdentity(packagePath) {
  const packageJsonPath = join(packagePath, 'package.json');
  if (!existsSync(packageJsonPath)) return;
  const { name, productName, version, desktopName } = JSON.parse(
    readFileSync(packageJsonPath, 'utf8'),
  );
  if (version) app.setVersion(version);
  if (productName || name) app.name = productName || name;
  app.setDesktopName(desktopName || `${app.name}.desktop`);
}

async function runApp(appPath) {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const packagePath = resolve(appPath);
  let entry;
  try {
    takeIdentity(packagePath);
    entry = createRequire(import.meta.url).resolve(packagePath);
  } catch (error) {
    fail(`No Electron app found at ${packagePath}: ${error.message}`);
  }
  app.setAppPath(existsSync(join(packagePath, 'package.json')) ? packagePath : dirname(entry));
  await import(pathToFileURL(entry).href);
}

const commandLine = parseCommandLine(process.argv.slice(1));
if (commandLine.kind === 'nothing-to-run') {
  fail('Usage: electron [-r <module>] <folder with package.json> [options of the app]');
} else if (commandLine.kind === 'missing-module') {
  fail('Usage: electron -r <module> <folder>: the module is missing.');
} else {
  const requireFromHere = createRequire(join(process.cwd(), 'noop.js'));
  for (const module of commandLine.modules) requireFromHere(module);
  try {
    await runApp(commandLine.appPath);
  } catch (error) {
    fail(`The app failed while it was loaded.\n${error.stack || error}`);
  }
}
