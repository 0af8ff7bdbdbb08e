import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { systemClock } from '../shared/clock.ts';
import { commandLineTexts } from '../shared/texts/command-line-texts.ts';
import type { Application } from './compose.ts';
import { APP_SCHEME_PRIVILEGES } from './desktop/app-protocol.ts';
import { nameForNotifications } from './desktop/app-user-model-id.ts';
import { type CommandLineOptions, parseCommandLine } from './desktop/command-line.ts';
import { guardAgainstFaults, watchHelperProcesses } from './desktop/crash-guard.ts';
import { DeferredLogger } from './desktop/deferred-logger.ts';
import { displayNeed, runWithoutDisplay } from './desktop/display-need.ts';
import { standInDockWithWindow } from './desktop/dock-icon.ts';
import { EXIT_CODES, type ExitCode } from './desktop/exit-codes.ts';
import { folderTrouble } from './desktop/folder-trouble.ts';
import { outliveTerminal } from './desktop/lost-terminal.ts';
import { onQuitSignals } from './desktop/quit-signals.ts';
import { redact } from './desktop/redact.ts';
import type { DevelopmentSurface } from './desktop/request-policy.ts';
import { RunKeeper, shouldDrawInSoftware } from './desktop/run-record.ts';
import { type ServiceAddresses, serviceAddresses } from './desktop/service-addresses.ts';
import { acquireSingleInstance, type SecondStart } from './desktop/single-instance.ts';
import { mergedStart, startAfterUnattendedRun, startAgain } from './desktop/start-again.ts';
import { inStartTurn, standStill } from './desktop/start-turn.ts';
import { TrayService } from './desktop/tray.ts';
import { STARTING_TRAY_VIEW } from './desktop/tray-menu.ts';
import { installWebSecurity } from './desktop/web-security.ts';
import { FaultResponse } from './fault-response.ts';
import { machineClock } from './machine-clock.ts';
import { printMark } from './startup-marks.ts';

/** How long quitting waits for a start that is still under way; nothing is at stake then. */
const START_LIMIT_MS = 2_000;

const packaged = app.isPackaged;
const commandLine = parseCommandLine(process.argv, { packaged, version: app.getVersion() });
const addresses = serviceAddresses(process.env, { packaged });

if (commandLine.kind === 'print') {
  process.stdout.write(`${commandLine.text}\n`);
  app.exit(EXIT_CODES.done);
} else if (commandLine.kind === 'usage-error') {
  process.stderr.write(`${commandLine.message}\n`);
  app.exit(EXIT_CODES.usage);
} else if (addresses.kind === 'refused') {
  process.stderr.write(`${addresses.message}\n`);
  app.exit(EXIT_CODES.usage);
} else {
  startOnDisplay(commandLine.options, addresses.addresses, addresses.ignored);
}

function startOnDisplay(
  options: CommandLineOptions,
  serviceAddresses: ServiceAddresses,
  ignoredVariables: readonly string[],
): void {
  const { platform, env, execPath, argv } = process;
  const args = argv.slice(1);
  switch (displayNeed({ platform, env, args, options })) {
    case 'there':
      run(options, serviceAddresses, ignoredVariables);
      return;
    case 'do-without':
      app.exit(runWithoutDisplay(execPath, args));
      return;
    default:
      process.stderr.write(`${commandLineTexts.noDisplay}\n`);
      app.exit(EXIT_CODES.unexpected);
  }
}

/** Says why nothing runs: in the terminal, and in a box where somebody started it by hand. */
function endWithMessage(message: string, { exitAfterSync }: CommandLineOptions): void {
  process.stderr.write(`${message}\n`);
  if (exitAfterSync) {
    app.exit(EXIT_CODES.unexpected);
    return;
  }
  void app
    .whenReady()
    .then(() => dialog.showMessageBox({ type: 'error', title: 'Cratewatch', message }))
    .finally(() => app.exit(EXIT_CODES.unexpected));
}

/**
 * The order matters: what must stand before Electron is ready comes first, then the tray icon, and
 * only then everything that takes time to load (blueprint §14, start to tray).
 */
function run(
  options: CommandLineOptions,
  serviceAddresses: ServiceAddresses,
  ignoredVariables: readonly string[],
): void {
  const logger = new DeferredLogger();
  outliveTerminal([process.stdout, process.stderr]);
  if (ignoredVariables.length > 0) {
    logger.warn('Addresses in the environment are ignored', { names: ignoredVariables.join(', ') });
  }
  const surface: DevelopmentSurface = {
    packaged,
    devServerUrl: packaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null),
  };
  installWebSecurity(app, { ...surface, logger });
  nameForNotifications(app, process.platform);
  protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);

  let startAfterEnd: SecondStart | null = null;
  const onSecondStart = (second: SecondStart): void => {
    // It has ended already, told that there is one: nobody but this one can see to its start.
    if (isClosing) {
      startAfterEnd = mergedStart(startAfterEnd, second);
      return;
    }
    if (options.exitAfterSync && !second.exitAfterSync) {
      startAfterEnd = mergedStart(startAfterEnd, startAfterUnattendedRun(second));
    }
    whenComposed(({ onSecondStart }) => onSecondStart(second));
  };
  const isFirst = inStartTurn(
    {
      folder: app.getPath('userData'),
      nowMs: machineClock.nowMs,
      pause: standStill,
      logger,
    },
    () => acquireSingleInstance(app, options, onSecondStart),
  );
  if (!isFirst) {
    const folder = app.getPath('userData');
    if (folderTrouble(folder) !== null) {
      endWithMessage(commandLineTexts.folderNotWritable(folder), options);
      return;
    }
    process.stdout.write(`${commandLineTexts.alreadyRunning}\n`);
    app.exit(EXIT_CODES.done);
    return;
  }
  const runs = new RunKeeper(app.getPath('userData'), machineClock, logger);
  guardAgainstFaults(process, {
    clock: machineClock,
    logger,
    isUnattended: options.exitAfterSync,
    restartedAtMs: () => runs.restartedAtMs,
    act: (verdict, thrown) => {
      if (!isClosing) faults.act(verdict, thrown);
    },
  });
  watchHelperProcesses(app, logger, () => runs.gpuCrashed());
  if (shouldDrawInSoftware(runs.former, runs.formerEnd)) {
    logger.warn('Drawing crashed the last run; this one does without the graphics card');
    app.disableHardwareAcceleration();
  }
  // The tray is the application: closing the last window must not end it.
  app.on('window-all-closed', () => undefined);
  standInDockWithWindow(app);

  const tray = new TrayService({
    iconFolder: join(app.getAppPath(), 'assets', 'tray'),
    onAction: (action) => {
      if (action === 'quit') {
        app.quit();
      } else {
        whenComposed(({ onTrayAction }) => onTrayAction(action));
      }
    },
    onPage: (address) => whenComposed(({ onPage }) => onPage(address)),
    logger,
  });
  // A run for cron that is ended from outside has not done what it was asked for.
  let exitCode: ExitCode = options.exitAfterSync ? EXIT_CODES.unexpected : EXIT_CODES.done;
  let isClosing = false;
  let isClosed = false;
  /** What is to be done when everything is closed. */
  let lastAct: (() => Promise<void>) | null = null;
  onQuitSignals(process, () => app.quit());
  const application = app.whenReady().then(async () => {
    if (!options.exitAfterSync) {
      tray.show(STARTING_TRAY_VIEW);
      printMark('tray-shown', { packaged });
    }
    const { compose } = await import('./compose.ts');
    composed = await compose({
      options,
      serviceAddresses,
      surface,
      tray,
      logger,
      clock: machineClock,
      formerEnd: runs.formerEnd,
      startNotice: runs.notice,
      quit: (code, last) => {
        if (!isClosing) {
          exitCode = code;
          lastAct = last ?? null;
          app.quit();
        }
      },
      restart: (next) => {
        startAfterEnd = mergedStart(startAfterEnd, next);
        app.quit();
      },
    });
    return composed;
  });
  let composed: Application | null = null;
  const faults = new FaultResponse({
    clock: machineClock,
    noteRestart: (nowMs) => runs.restarts(nowMs),
    startAnew: () => {
      const next = composed?.startAsNow() ?? { ...options, exitAfterSync: false };
      startAfterEnd = mergedStart(startAfterEnd, next);
      app.quit();
    },
    tell: (notice) => composed?.tell(notice),
    endWith: (thrown) => {
      process.stderr.write(`${commandLineTexts.stopped(redact(String(thrown)))}\n`);
      exitCode = EXIT_CODES.unexpected;
      app.quit();
    },
  });
  const whenComposed = (act: (composed: Application) => void): void => {
    application.then(
      (composed) => {
        if (!isClosing) {
          act(composed);
        }
      },
      () => undefined, // Told below, once.
    );
  };
  application.catch((error: unknown) => {
    logger.error('Cratewatch could not start', { stack: String(error) });
    process.stderr.write(`${commandLineTexts.notStarted(redact(String(error)))}\n`);
    app.exit(EXIT_CODES.unexpected);
  });

  app.on('before-quit', (event) => {
    if (isClosed) {
      // An installer that the last act began ends this process in its own way.
      return;
    }
    event.preventDefault();
    if (isClosing) {
      return;
    }
    isClosing = true;
    const end = async (): Promise<void> => {
      isClosed = true;
      runs.end();
      try {
        if (lastAct !== null) {
          await lastAct();
        } else if (startAfterEnd !== null) {
          startAgain(app, startAfterEnd);
        }
      } finally {
        // Whatever went wrong: nothing could end this process any more.
        app.exit(exitCode);
      }
    };
    // Before anything that might fail: this one quit is the only one that is heeded.
    const startLimit = systemClock.setTimer(START_LIMIT_MS, () => void end());
    tray.close();
    application
      .then(({ close }) => {
        startLimit.cancel();
        return close();
      })
      .then(end, (error: unknown) => {
        logger.error('Cratewatch did not end well', { reason: String(error) });
        return end();
      });
  });
}
