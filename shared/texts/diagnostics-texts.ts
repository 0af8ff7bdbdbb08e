/** The text that goes with a report of a problem. */
export const diagnosticsTexts = {
  /** What stands above each part of the text itself. */
  parts: {
    head: 'Cratewatch diagnostics',
    versions: 'Versions',
    system: 'System',
    state: 'State',
    library: 'Library',
    settings: 'Settings that are not the default',
    log: 'Log, the last lines',
  },
  show: 'Show diagnostics',
  title: 'Diagnostics',
  body: 'Versions, states, counts and the last lines of the log, for a report of a problem. No name, key or address of yours is in it.',
  label: 'What will be copied',
  gathering: 'Gathering…',
  failed: 'The diagnostics could not be gathered. The log file is in Cratewatch’s folder.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The diagnostics could not be copied. Select the text and copy it by hand.',
  close: 'Close',
} as const;
