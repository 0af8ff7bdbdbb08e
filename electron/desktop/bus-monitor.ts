import { spawn } from 'node:child_process';

/**
 * `dbus-monitor` would outlive a Cratewatch that was killed, until its next line. So a shell waits
 * beside it for the end of its input, which comes with our end, however that comes, and ends it. A
 * signal to the whole group, as from a terminal, would else end the shell alone. The shell lets go
 * of its output, so that ours ends with the program itself.
 */
const WITH_US = 'dbus-monitor "$@" & trap : HUP INT TERM; exec >&-; read -r _; kill $!';

export interface BusMonitorOptions {
  /** What is listened to, as match rules (D-Bus Specification, "Match Rules"). */
  readonly rules: readonly string[];
  /** Something was heard. It is called once, too, when listening begins. */
  readonly onNews: () => void;
  /** Nothing more will be heard. Not called after the end that was asked for. */
  readonly onEnd: () => void;
}

/** Listens on the session's bus; what it returns ends that. */
export function monitorBus({ rules, onNews, onEnd }: BusMonitorOptions): () => void {
  let isFollowing = true;
  const child = spawn('/bin/sh', ['-c', WITH_US, 'sh', '--session', ...rules], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const stop = (): void => {
    isFollowing = false;
    child.stdout.off('data', onNews);
    child.stdin.destroy();
  };
  const ended = (): void => {
    if (isFollowing) {
      stop();
      onEnd();
    }
  };
  child.stdout.on('data', onNews);
  child.stdout.on('close', ended);
  // No shell, or none any more: both are told by what was listened to.
  child.on('error', ended);
  child.stdin.on('error', ended);
  return stop;
}
