/** What Cratewatch says in a terminal. Plain quotation marks: a command can be copied with them. */
export const commandLineTexts = {
  version: (version: string) => `Cratewatch ${version}`,
  usage: 'Usage: cratewatch [options]',
  options: {
    hidden: 'start in the tray, without a window',
    exitAfterSync:
      'sync once and end (0 done, 1 failed, 2 sign-in needed, 3 waiting, 4 offline, 64 wrong option)',
    sample: 'explore a sample library; nothing is asked from Spotify',
    screenshot: 'write a picture of the window (PNG)',
    userDataDir: 'keep everything in this folder',
    version: 'print the version',
    help: 'print this',
  },
  wrong: {
    screenshotWithoutFile: '--screenshot needs a file, for example --screenshot=window.png.',
    folderMissing:
      '--user-data-dir needs a folder, for example --user-data-dir=/media/music/cratewatch.',
    valueNotTaken: (option: string) => `${option} takes no value.`,
    fileGiven: (name: string) =>
      `Cratewatch opens no files or folders, so it cannot use "${name}".`,
    unknown: (option: string) => `Unknown option ${option}.`,
    unknownButNear: (option: string, nearest: string) =>
      `Unknown option ${option}. Did you mean ${nearest}?`,
  },
  helpHint: '"cratewatch --help" lists the options.',
  sampleNotStarted: 'The sample library could not be started.',
  noDisplay:
    'Cratewatch lives in the tray of a desktop, and there is no display here. With --exit-after-sync it needs none.',
  folderNotWritable: (folder: string) =>
    `Cratewatch cannot write to its folder ${folder}, so it does not keep watch. Check the disk and the permissions of the folder, then start it again.`,
  alreadyRunning: 'Cratewatch is already running and keeps watch.',
  notStarted: (error: string) => `Cratewatch could not start: ${error}`,
  stopped: (error: string) => `Cratewatch stopped: ${error}`,
  screenshot: (file: string) => `Screenshot: ${file}`,
  /** Without grouped digits and with plain plurals: scripts read this line. */
  synced: (items: number, requests: number, changes: number, seconds: string) =>
    `Synced ${items} items in ${requests} requests, ${changes} changes, ${seconds} s`,
} as const;
